/**
 * A still camera below the USB seam: still-image-class requests, PTP containers in packets, a memory card, events.
 * It takes what the standard allows, stalls and writes down what it does not, and fails when told to.
 */
import type { Cancel, Clock } from '../../clock.ts';
import { createListeners } from '../../listeners.ts';
import { decodeMessage, encodeContainer, encodeMessage, type PtpMessage } from '../../ptp/container.ts';
import { ANY_TRANSACTION, EVENT, FORMAT, NO_TRANSACTION, OPERATION, RESPONSE } from '../../ptp/ptp-codes.ts';
import type { ControlSetup } from '../../transport/usb-transport.ts';
import type { InPacket, OutHandshake, VirtualUsbDevice } from '../usb/virtual-usb-device.ts';
import { createPacketQueue } from './packet-queue.ts';
import {
  type Abilities,
  deviceInfo,
  handleArray,
  objectInfo,
  operationsOf,
  STORE,
} from './still-camera-datasets.ts';
import {
  type BulkPacketSize,
  ENDPOINT_EVENTS,
  ENDPOINT_IN,
  ENDPOINT_OUT,
  EVENT_PACKET_SIZE,
  stillCameraDescriptor,
} from './still-camera-descriptor.ts';
import { NO_FAULTS, type StillCameraFaults } from './still-camera-faults.ts';
import { createStillCameraStore, type StillCameraStore } from './still-camera-store.ts';

export interface VirtualStillCamera extends VirtualUsbDevice {
  readonly store: StillCameraStore;
  /** Whether a session is open. */
  hasSession(): boolean;
  setFaults(faults: Partial<StillCameraFaults>): void;
  /** Calls `leave`, which pulls the plug, once this many more bytes of bulk data went to the host. */
  leaveAfter(bytes: number, leave: () => void): void;
  /** Someone presses the shutter on the camera itself. */
  pressShutter(): void;
  /** Everything received that the standard does not allow. */
  readonly problems: readonly string[];
}

export interface VirtualStillCameraOptions {
  readonly clock: Clock;
  /** The JPEG of each release. */
  readonly picture: () => Uint8Array;
  /** Milliseconds from the order to the picture. */
  readonly shutterMs?: number;
  readonly packetSize?: BulkPacketSize;
  readonly abilities?: Partial<Abilities>;
}

/** No container begins with a length of 0. */
const GARBAGE = new Uint8Array(20);
const RAW_BYTES = Uint8Array.of(0x49, 0x49, 0x2a, 0x00);
/** An order, the longest command there is: a header and five parameters. */
const LONGEST_COMMAND = 32;

type Reply = { readonly code: number; readonly data?: Uint8Array; readonly parameters?: readonly number[] };

export function createVirtualStillCamera(options: VirtualStillCameraOptions): VirtualStillCamera {
  const { clock, shutterMs = 0, packetSize = 512 } = options;
  const abilities: Abilities = { partial: true, capture: true, ...options.abilities };
  const ready = createListeners<void>();
  const store = createStillCameraStore();
  const bulk = createPacketQueue(packetSize);
  const events = createPacketQueue(EVENT_PACKET_SIZE);
  const problems: string[] = [];
  let faults = NO_FAULTS;
  let session: { nextTransaction: number } | null = null;
  let current: number | null = null;
  let shutter: Cancel | null = null;
  let leaving: { bytes: number; leave: () => void } | null = null;

  return {
    descriptor: stillCameraDescriptor(packetSize),
    controlIn,
    controlOut,
    packetOut,
    packetIn,
    onReady: ready.add,
    store,
    hasSession: () => session !== null,
    setFaults(change) {
      faults = { ...faults, ...change };
      ready.emit();
    },
    leaveAfter(bytes, leave) {
      leaving = { bytes, leave };
    },
    pressShutter: () => release(NO_TRANSACTION),
    problems,
  };

  function controlIn(setup: ControlSetup): Uint8Array | 'stall' {
    if (!isClassRequest(setup) || setup.request !== 0x67) return 'stall';
    if (faults.classRequests === 'empty') return new Uint8Array();
    const busy = faults.busyStatuses > 0;
    if (busy) faults = { ...faults, busyStatuses: faults.busyStatuses - 1 };
    const code = busy ? RESPONSE.deviceBusy : RESPONSE.ok;
    return Uint8Array.of(4, 0, code & 0xff, code >> 8);
  }

  function controlOut(setup: ControlSetup, bytes: Uint8Array): 'ack' | 'stall' {
    if (!isClassRequest(setup)) return 'stall';
    if (faults.classRequests === 'empty') return 'ack';
    if (setup.request === 0x64) return cancel(bytes);
    if (setup.request !== 0x66 || bytes.length > 0) return 'stall';
    session = null;
    shutter?.();
    shutter = null;
    forget();
    events.clear();
    return 'ack';
  }

  function isClassRequest({ type, recipient, index, value }: ControlSetup): boolean {
    if (faults.classRequests === 'stall') return false;
    return type === 'class' && recipient === 'interface' && index === 0 && value === 0;
  }

  function cancel(bytes: Uint8Array): 'ack' | 'stall' {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (bytes.length !== 6 || view.getUint16(0, true) !== EVENT.cancelTransaction) return 'stall';
    if (current === view.getUint32(2, true)) forget();
    return 'ack';
  }

  function forget() {
    bulk.clear();
    current = null;
  }

  function packetOut(endpoint: number, packet: Uint8Array): OutHandshake {
    if (endpoint !== ENDPOINT_OUT || faults.stall === 'out') return 'stall';
    const command = packet.length <= LONGEST_COMMAND ? decodeMessage('command', packet) : null;
    if (!command) return refuse(`${packet.length} bytes that are no command`);
    if (!bulk.isEmpty()) return refuse('a command before the answer to the last one was read');
    const expected = session && command.code !== OPERATION.getDeviceInfo ? session.nextTransaction : null;
    const outside = command.code === OPERATION.getDeviceInfo || command.code === OPERATION.openSession;
    if (outside && command.transaction !== NO_TRANSACTION && command.transaction !== expected)
      return refuse(`transaction ${command.transaction} outside a session`);
    // A host that finds a session open knows no id for its end, so any will do there.
    if (expected !== null && !outside && command.code !== OPERATION.closeSession) {
      if (command.transaction !== expected)
        return refuse(`transaction ${command.transaction} instead of ${expected}`);
    }
    if (session && !outside) session.nextTransaction = command.transaction + 1;
    current = command.transaction;
    answer(command, obey(command));
    ready.emit();
    return 'ack';
  }

  function refuse(what: string): 'stall' {
    problems.push(what);
    return 'stall';
  }

  function packetIn(endpoint: number): InPacket {
    if (endpoint === ENDPOINT_EVENTS) return faults.stall === 'events' ? 'stall' : (events.next() ?? 'nak');
    if (endpoint !== ENDPOINT_IN || faults.stall === 'in') return 'stall';
    const packet = bulk.next();
    if (!packet) return 'nak';
    if (leaving) leaving.bytes -= packet.length;
    if (!leaving || leaving.bytes > 0) return packet;
    const { leave } = leaving;
    leaving = null;
    forget();
    session = null;
    leave();
    return 'nak';
  }

  function obey({ code, parameters, transaction }: PtpMessage): Reply {
    const [first = 0, second = 0, third = 0] = parameters;
    if (!operationsOf(abilities).includes(code)) return { code: RESPONSE.operationNotSupported };
    if (code === OPERATION.getDeviceInfo) return { code: RESPONSE.ok, data: deviceInfo(abilities) };
    if (code === OPERATION.openSession) {
      if (session) return { code: RESPONSE.sessionAlreadyOpen, parameters: [1] };
      if (first === 0) return { code: RESPONSE.invalidParameter };
      session = { nextTransaction: 1 };
      return { code: RESPONSE.ok };
    }
    if (!session) return { code: RESPONSE.sessionNotOpen };
    if (code === OPERATION.closeSession) {
      session = null;
      return { code: RESPONSE.ok };
    }
    if (faults.store === 'missing') return { code: RESPONSE.storeNotAvailable };
    if (code === OPERATION.getStorageIds) return { code: RESPONSE.ok, data: handleArray([STORE]) };
    if (code === OPERATION.getObjectHandles) return { code: RESPONSE.ok, data: handleArray(store.handles()) };
    if (code === OPERATION.initiateCapture) return order(transaction);
    const object = store.get(first);
    if (!object) return { code: RESPONSE.invalidObjectHandle };
    if (code === OPERATION.getObjectInfo)
      return { code: RESPONSE.ok, data: objectInfo(object, faults.announcedSize ?? object.bytes.length) };
    if (code === OPERATION.getObject) return { code: RESPONSE.ok, data: object.bytes };
    if (code === OPERATION.deleteObject) {
      if (faults.deleteRefused) return { code: RESPONSE.storeReadOnly };
      store.remove(first);
      return { code: RESPONSE.ok };
    }
    if (second >= object.bytes.length) return { code: RESPONSE.invalidParameter };
    const data = object.bytes.slice(second, second + third);
    return { code: RESPONSE.ok, data, parameters: [data.length] };
  }

  function order(transaction: number): Reply {
    if (shutter) return { code: RESPONSE.deviceBusy };
    if (faults.busyOrders > 0) {
      faults = { ...faults, busyOrders: faults.busyOrders - 1 };
      return { code: RESPONSE.deviceBusy };
    }
    if (faults.ordersRefused) return { code: RESPONSE.generalError };
    if (faults.store === 'full') return { code: RESPONSE.storeFull };
    shutter = clock.after(shutterMs, () => {
      shutter = null;
      release(transaction);
    });
    return { code: RESPONSE.ok };
  }

  function release(transaction: number) {
    if (faults.events === 'none') return;
    if (faults.events === 'garbage') events.add(GARBAGE);
    else if (faults.events === 'late-full') tell(EVENT.storeFull, transaction, [STORE]);
    else {
      const named =
        faults.events === 'anonymous' ? ANY_TRANSACTION : transaction + (faults.events === 'foreign' ? 7 : 0);
      if (faults.raw) tell(EVENT.objectAdded, named, [store.add(FORMAT.undefinedImage, RAW_BYTES)]);
      tell(EVENT.objectAdded, named, [store.add(FORMAT.exifJpeg, options.picture())]);
      tell(EVENT.captureComplete, named, []);
    }
    ready.emit();
  }

  function tell(code: number, transaction: number, parameters: readonly number[]) {
    events.add(encodeMessage('event', { code, transaction, parameters }));
  }

  function answer({ code: operation, transaction }: PtpMessage, reply: Reply) {
    const { answers, headerAlone } = faults;
    if (answers === 'silent') return;
    if (answers === 'garbage') return bulk.add(GARBAGE);
    const named = answers === 'wrong-transaction' ? transaction + 1 : transaction;
    if (reply.data && answers !== 'dataless') {
      const extra = answers === 'too-much' ? 4_096 : 0;
      const data = new Uint8Array(reply.data.length + extra);
      data.set(reply.data);
      const container = encodeContainer('data', operation, named, data);
      if (answers === 'oversize') new DataView(container.buffer).setUint32(0, 0x7fff_ffff, true);
      bulk.add(
        answers === 'truncated' ? container.subarray(0, container.length >> 1) : container,
        headerAlone,
      );
    }
    const parameters = reply.parameters ?? [];
    bulk.add(encodeMessage('response', { code: reply.code, transaction: named, parameters }));
  }
}
