/** A virtual device behind a USB/IP connection: the kernel's transfers become packets, as a host controller makes them. */
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';
import { createCommandStream } from './command-stream.ts';
import { answerControl } from './control-requests.ts';
import { describeDevice } from './device-descriptors.ts';
import {
  encodeSubmitReturn,
  encodeUnlinkReturn,
  STATUS,
  type SubmitCommand,
  type UsbIpStatus,
} from './usbip-messages.ts';

export interface UsbIpDevice {
  /** Bytes from the kernel. Throws `UsbIpError`; the connection must then be closed. */
  receive(bytes: Uint8Array): void;
  /** The device takes this many more bulk bytes and is then pulled out. */
  unplugAfter(bytes: number): void;
  end(): void;
}

export interface UsbIpDeviceOptions {
  readonly device: VirtualUsbDevice;
  readonly send: (message: Uint8Array) => void;
  /** Pulls the device out: closes the connection. */
  readonly unplug: () => void;
}

/** A transfer the device has not finished; `parts` holds what came in, `taken` counts what went out. */
interface Pending {
  readonly command: SubmitCommand;
  readonly parts: Uint8Array[];
  taken: number;
}

/** Without an endpoint descriptor the kernel would not have submitted; a packet of one byte stalls on every device. */
const SMALLEST_PACKET = 1;

export function createUsbIpDevice(options: UsbIpDeviceOptions): UsbIpDevice {
  const { device, send } = options;
  const descriptors = describeDevice(device);
  const stream = createCommandStream();
  /** Transfers in the order they came, by endpoint and direction. */
  const queues = new Map<string, Pending[]>();
  let bytesUntilUnplug = Number.POSITIVE_INFINITY;
  let ended = false;
  let advancing = false;
  let again = false;
  const stopReady = device.onReady(advanceAll);

  return {
    receive(bytes) {
      for (const command of stream.push(bytes)) {
        if (ended) return;
        if (command.kind === 'unlink') unlink(command.sequence, command.unlinked);
        else if (command.endpoint === 0) control(command);
        else queue(command);
      }
    },
    unplugAfter(bytes) {
      bytesUntilUnplug = bytes;
    },
    end,
  };

  function control(command: SubmitCommand) {
    const answer = answerControl(device, descriptors, command.setup, command.bytes);
    if (answer === 'stall') send(encodeSubmitReturn(command, STATUS.stall, 0));
    else if (answer === 'ack') send(encodeSubmitReturn(command, STATUS.ok, command.length));
    else send(encodeSubmitReturn(command, STATUS.ok, answer.slice(0, command.length)));
  }

  function queue(command: SubmitCommand) {
    const key = `${command.direction} ${command.endpoint}`;
    queues.set(key, [...(queues.get(key) ?? []), { command, parts: [], taken: 0 }]);
    advanceAll();
  }

  /** Taking a packet can make the device ready for another, so this is asked for again while it runs. */
  function advanceAll() {
    again = true;
    if (advancing) return;
    advancing = true;
    while (again && !ended) {
      again = false;
      for (const waiting of queues.values()) {
        for (let first = waiting[0]; first && !ended && advance(first); first = waiting[0]) waiting.shift();
      }
    }
    advancing = false;
  }

  /** Moves packets until the transfer is done (true) or the device says NAK. */
  function advance(pending: Pending): boolean {
    return pending.command.direction === 'in' ? advanceIn(pending) : advanceOut(pending);
  }

  function advanceIn({ command, parts }: Pending): boolean {
    const finish = (status: UsbIpStatus, most: number) => {
      send(encodeSubmitReturn(command, status, Buffer.concat(parts).subarray(0, most)));
      return true;
    };
    for (let length = 0; ; ) {
      const packet = device.packetIn(command.endpoint);
      if (packet === 'nak') return false;
      if (packet === 'stall') return finish(STATUS.stall, 0);
      parts.push(packet);
      length = parts.reduce((sum, part) => sum + part.length, 0);
      if (length > command.length) return finish(STATUS.overflow, command.length);
      if (packet.length < packetSize(command) || length === command.length) return finish(STATUS.ok, length);
    }
  }

  function advanceOut(pending: Pending): boolean {
    const { command } = pending;
    do {
      const size = Math.min(packetSize(command), command.length - pending.taken, bytesUntilUnplug);
      const handshake = device.packetOut(
        command.endpoint,
        command.bytes.slice(pending.taken, pending.taken + size),
      );
      if (handshake === 'nak') return false;
      if (handshake === 'stall') {
        send(encodeSubmitReturn(command, STATUS.stall, pending.taken));
        return true;
      }
      pending.taken += size;
      bytesUntilUnplug -= size;
      if (bytesUntilUnplug <= 0) {
        end();
        options.unplug();
        return false;
      }
    } while (pending.taken < command.length);
    send(encodeSubmitReturn(command, STATUS.ok, pending.taken));
    return true;
  }

  function packetSize({ endpoint, direction }: SubmitCommand): number {
    const endpoints = device.descriptor.interfaces.flatMap((candidate) => candidate.endpoints);
    const found = endpoints.find((each) => each.number === endpoint && each.direction === direction);
    return found?.packetSize ?? SMALLEST_PACKET;
  }

  /** A transfer given up in time ends with its unlink alone; one already answered only has its unlink confirmed. */
  function unlink(sequence: number, unlinked: number) {
    for (const [key, waiting] of queues) {
      const left = waiting.filter(({ command }) => command.sequence !== unlinked);
      if (left.length === waiting.length) continue;
      queues.set(key, left);
      send(encodeUnlinkReturn(sequence, STATUS.unlinked));
      advanceAll();
      return;
    }
    send(encodeUnlinkReturn(sequence, STATUS.ok));
  }

  function end() {
    ended = true;
    stopReady();
    queues.clear();
  }
}
