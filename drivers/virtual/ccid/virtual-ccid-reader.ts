/**
 * A smart-card reader below the USB seam: CCID messages cut into packets, one command at a time, cards that come, go
 * and take their time, slot changes on the interrupt endpoint. As strict as firmware that was written from the
 * specification, and it fails the way hardware fails, when told to. Long, as each answer depends on everything the
 * reader is in the middle of, and that is one state.
 */
import type { Cancel } from '../../clock.ts';
import { createListeners } from '../../listeners.ts';
import { GET_CONFIGURATION_DESCRIPTOR } from '../../transport/configuration-descriptor.ts';
import type { ControlSetup } from '../../transport/usb-transport.ts';
import type { InPacket, OutHandshake } from '../usb/virtual-usb-device.ts';
import { createAbortPair } from './abort-pair.ts';
import { type ApduAssembly, createApduAssembly } from './apdu-assembly.ts';
import { createBulkPort } from './bulk-port.ts';
import {
  answerType,
  COMMAND,
  ERROR,
  HEADER_LENGTH,
  readCommand,
  type WireCommand,
  writeAnswer,
} from './ccid-wire.ts';
import { type LineFault, spoil } from './line-faults.ts';
import { contactlessLineTime } from './line-time.ts';
import { createReaderSlot, type ReaderSlot, type SlotOutcome } from './reader-slot.ts';
import { createSlotChanges } from './slot-changes.ts';
import {
  ccidClassDescriptor,
  ccidConfiguration,
  ccidDescriptor,
  ccidTraits,
  ENDPOINT_IN,
  ENDPOINT_INTERRUPT,
  ENDPOINT_OUT,
} from './virtual-ccid-descriptor.ts';
import type { CcidFault, VirtualCcidReader, VirtualCcidReaderOptions } from './virtual-ccid-options.ts';

/** Between two requests for more time; readers make them about once in a block waiting time. */
const EXTENSION_EVERY_MS = 1_000;
const GARBAGE = Uint8Array.of(0x99, 0xff, 0xff, 0xff, 0x7f, 0x00, 0x00);
const NO_BYTES = new Uint8Array();

interface Work {
  readonly command: WireCommand;
  readonly cancel: Cancel;
}

export function createVirtualCcidReader(options: VirtualCcidReaderOptions): VirtualCcidReader {
  const { clock } = options;
  const traits = ccidTraits(options);
  const slots: readonly ReaderSlot[] = Array.from({ length: traits.slots }, () =>
    createReaderSlot(traits, options.cardVoltage ?? null),
  );
  const assemblies: readonly ApduAssembly[] = slots.map(() =>
    createApduAssembly(traits.maximumMessageLength - HEADER_LENGTH),
  );
  const aborts = createAbortPair();
  const changes = createSlotChanges(traits.slots);
  const ready = createListeners<void>();
  const problems: string[] = [];
  const port = createBulkPort({
    maximumMessageLength: traits.maximumMessageLength,
    receive: (message) => receive(readCommand(message)),
    onProblem: (problem) => problems.push(problem),
    onReady: ready.emit,
  });
  let work: Work | null = null;
  let lastSequence = 0xff;
  let fault: CcidFault | null = null;
  let lineFaults: (LineFault | null)[] = [];
  let pullNext = false;

  return {
    descriptor: { ...ccidDescriptor(traits), ...options.identity },
    controlIn,
    controlOut,
    packetOut,
    packetIn,
    onReady: ready.add,
    losePower,
    classDescriptor: ccidClassDescriptor(traits),
    insert(card, slot = 0) {
      pullNext = false;
      slotAt(slot).insert(card);
      changes.note(slot, true);
      ready.emit();
    },
    remove,
    setFault(next) {
      fault = next;
      ready.emit();
    },
    spoilLine(faults) {
      lineFaults = [...faults];
    },
    removeInNextExchange() {
      pullNext = true;
    },
    reportHardwareError() {
      changes.hardwareError(0);
      ready.emit();
    },
    problems,
  };

  function slotAt(slot: number): ReaderSlot {
    const found = slots[slot];
    if (!found) throw new RangeError(`The reader has no slot ${slot}`);
    return found;
  }

  function remove(slot = 0) {
    slotAt(slot).remove();
    changes.note(slot, false);
    if (work?.command.slot === slot) finish(work.command, { error: ERROR.mute });
    ready.emit();
  }

  function losePower() {
    work?.cancel();
    work = null;
    aborts.forget();
    port.clear();
    for (const [index, slot] of slots.entries()) {
      slot.powerOff();
      assemblies[index]?.reset();
      // A reader that wakes up tells which cards it finds.
      if (slot.card) changes.note(index, true);
    }
  }

  function controlIn(setup: ControlSetup): Uint8Array | 'stall' {
    const wanted = GET_CONFIGURATION_DESCRIPTOR;
    const isConfiguration = setup.request === wanted.request && setup.value === wanted.value;
    if (setup.type !== 'standard' || setup.recipient !== 'device' || !isConfiguration) return 'stall';
    return ccidConfiguration(traits);
  }

  function controlOut(setup: ControlSetup, bytes: Uint8Array): 'ack' | 'stall' {
    const isAbort = setup.type === 'class' && setup.recipient === 'interface' && setup.request === 1;
    if (!isAbort || bytes.length > 0 || setup.index !== 0) return 'stall';
    aborts.requested(setup.value);
    tryAbort();
    return 'ack';
  }

  function packetOut(endpoint: number, packet: Uint8Array): OutHandshake {
    return endpoint !== ENDPOINT_OUT || fault === 'stall-out' ? 'stall' : port.packetOut(packet);
  }

  function packetIn(endpoint: number): InPacket {
    if (endpoint === ENDPOINT_INTERRUPT && traits.interruptEndpoint) {
      if (fault === 'broken') changes.hardwareError(0);
      return changes.take() ?? 'nak';
    }
    return endpoint !== ENDPOINT_IN || fault === 'stall-in' ? 'stall' : port.packetIn();
  }

  function receive(command: WireCommand) {
    // A new owner begins at 0.
    if (command.sequence !== 0 && command.sequence !== ((lastSequence + 1) & 0xff)) {
      problems.push(`Sequence number ${command.sequence} follows ${lastSequence}`);
    }
    lastSequence = command.sequence;
    if (fault === 'silent') return;
    if (command.slot >= traits.slots) {
      problems.push(`A command for slot ${command.slot}`);
      return answer(command, { error: ERROR.wrongSlot });
    }
    if (command.type === COMMAND.abort) {
      aborts.commanded(command);
      return tryAbort();
    }
    if (work) {
      problems.push('A command while another is at work');
      return answer(command, { error: ERROR.slotBusy });
    }
    obey(command);
  }

  function obey(command: WireCommand) {
    const slot = slotAt(command.slot);
    const [first, low, high] = command.specific;
    const withoutData = command.type !== COMMAND.setParameters && command.type !== COMMAND.transferBlock;
    if (withoutData && command.type !== COMMAND.escape && command.bytes.length > 0) {
      problems.push(`Command ${command.type} with ${command.bytes.length} bytes of data`);
      return answer(command, { error: ERROR.wrongLength });
    }
    switch (command.type) {
      case COMMAND.powerOn:
        assemblies[command.slot]?.reset();
        return finish(command, fault === 'mute-card' ? { error: ERROR.mute } : slot.powerOn(first));
      case COMMAND.powerOff:
        slot.powerOff();
        return answer(command, { bytes: NO_BYTES, worksMs: 0 });
      case COMMAND.getSlotStatus:
        return answer(command, { bytes: NO_BYTES, worksMs: 0 });
      case COMMAND.getParameters:
        return answer(command, { bytes: slot.parameters().bytes, worksMs: 0 }, slot.parameters().protocol);
      case COMMAND.setParameters: {
        const error = slot.setParameters(first, command.bytes);
        const outcome = error === null ? { bytes: slot.parameters().bytes, worksMs: 0 } : { error };
        return answer(command, outcome, slot.parameters().protocol);
      }
      case COMMAND.transferBlock:
        return transfer(command, slot, low | (high << 8));
      case COMMAND.escape: {
        const bytes = options.escape?.(command.bytes);
        return answer(command, bytes ? { bytes, worksMs: 0 } : { error: ERROR.notSupported });
      }
      default:
        return answer(command, { error: ERROR.notSupported });
    }
  }

  function transfer(command: WireCommand, slot: ReaderSlot, part: number) {
    if (traits.level !== 'extended-apdu') {
      if (part !== 0) problems.push(`Level parameter ${part} in a reader without extended APDUs`);
      return talk(command, slot, command.bytes);
    }
    const assembly = assemblies[command.slot];
    const taken = assembly?.take(part, command.bytes) ?? 'wrong';
    if (taken === 'wrong') {
      problems.push(`Level parameter ${part} out of turn`);
      return answer(command, { error: 0x08 });
    }
    if (taken === 'more') return answer(command, { bytes: NO_BYTES, worksMs: 0 }, 0x10);
    if (taken.kind === 'answer') return answer(command, { bytes: taken.bytes, worksMs: 0 }, taken.part);
    talk(command, slot, taken.bytes);
  }

  function talk(command: WireCommand, slot: ReaderSlot, bytes: Uint8Array) {
    if (fault === 'hardware') return finish(command, { error: ERROR.hardware });
    if (fault === 'mute-card') return finish(command, { error: ERROR.mute });
    if (traits.level === 'short-apdu' && bytes.length > 261)
      return finish(command, { error: ERROR.wrongLength });
    const outcome = slot.exchange(bytes);
    if (pullNext) {
      pullNext = false;
      work = { command, cancel: () => {} };
      return remove(command.slot);
    }
    if ('error' in outcome) return finish(command, outcome);
    const line = options.bitRate
      ? contactlessLineTime(options.bitRate, bytes.length, outcome.bytes.length)
      : 0;
    const lineFault = traits.level === 'tpdu' ? (lineFaults.shift() ?? null) : null;
    toil(command, spoil(outcome, lineFault), outcome.worksMs + line);
  }

  /** Works, asking for more time as it goes. */
  function toil(command: WireCommand, outcome: SlotOutcome, milliseconds: number) {
    if (milliseconds <= 0) return finish(command, outcome);
    const stretch = Math.min(milliseconds, EXTENSION_EVERY_MS);
    const cancel = clock.after(stretch, () => {
      if (milliseconds <= EXTENSION_EVERY_MS) return finish(command, outcome);
      send(command, { outcome: 2, error: 1, parameter: 0, bytes: NO_BYTES });
      toil(command, outcome, milliseconds - stretch);
    });
    work = { command, cancel };
  }

  /** The answer of a card, in as many parts as the longest message makes of it. */
  function finish(command: WireCommand, outcome: SlotOutcome) {
    work?.cancel();
    work = null;
    const assembly = assemblies[command.slot];
    const isApdu = traits.level === 'extended-apdu' && command.type === COMMAND.transferBlock;
    if (!isApdu || !assembly || 'error' in outcome) {
      assembly?.reset();
      return answer(command, outcome);
    }
    const { bytes, part } = assembly.give(outcome.bytes);
    answer(command, { bytes, worksMs: 0 }, part);
  }

  function answer(command: WireCommand, outcome: SlotOutcome, parameter = 0) {
    if ('error' in outcome) send(command, { outcome: 1, error: outcome.error, parameter, bytes: NO_BYTES });
    else send(command, { outcome: 0, error: 0, parameter, bytes: outcome.bytes });
  }

  function send(
    command: WireCommand,
    parts: { outcome: 0 | 1 | 2; error: number; parameter: number; bytes: Uint8Array },
  ) {
    const { slot, sequence } = command;
    const card = slots[slot]?.status() ?? 2;
    const message = writeAnswer({ type: answerType(command.type), slot, sequence, card, ...parts });
    port.send(fault === 'garbage' ? GARBAGE : message);
  }

  function tryAbort() {
    const command = aborts.take();
    if (!command) return;
    if (work?.command.slot === command.slot) {
      work.cancel();
      work = null;
    }
    assemblies[command.slot]?.reset();
    port.clear();
    answer(command, { bytes: NO_BYTES, worksMs: 0 });
  }
}
