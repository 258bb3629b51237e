import { type Atr, decodeAtr } from '../../ccid/atr.ts';
import type { VirtualCard } from '../card/virtual-card.ts';
import { answerCommand } from './card-in-reader.ts';
import { createCardT0 } from './card-t0.ts';
import { createCardT1 } from './card-t1.ts';
import { ERROR } from './ccid-wire.ts';
import { READER_IFSD, type VirtualCcidTraits } from './virtual-ccid-descriptor.ts';

/** What comes of talking to a card: bytes after a time, or a bError. */
export type SlotOutcome =
  | { readonly bytes: Uint8Array; readonly worksMs: number }
  | { readonly error: number };

/** One slot: a card in it or not, powered or not, with the parameters agreed on. */
export interface ReaderSlot {
  readonly card: VirtualCard | null;
  /** bmICCStatus. */
  status(): 0 | 1 | 2;
  insert(card: VirtualCard): void;
  remove(): void;
  /** bPowerSelect. */
  powerOn(voltage: number): SlotOutcome;
  powerOff(): void;
  parameters(): { readonly protocol: number; readonly bytes: Uint8Array };
  /** Null when they were taken, else a bError. */
  setParameters(protocol: number, bytes: Uint8Array): number | null;
  /** One TPDU, block, PPS or short APDU, as the exchange level has it; whole APDUs at the extended level. */
  exchange(bytes: Uint8Array): SlotOutcome;
}

/** Block waiting time with BWI 4 at the default rate, about (ISO/IEC 7816-3, 11.4.3). */
const BLOCK_WAIT_MS = 1_000;
const PARAMETER_LENGTHS = [5, 7] as const;
const DEFAULT_FI_DI = 0x11;

export function createReaderSlot(traits: VirtualCcidTraits, cardVoltage: number | null): ReaderSlot {
  let card: VirtualCard | null = null;
  let atr: Atr | null = null;
  let powered = false;
  let fresh = false;
  let cardProtocol = 0;
  let cardFiDi = DEFAULT_FI_DI;
  let set: { protocol: number; bytes: Uint8Array } = defaults();
  let line: ((bytes: Uint8Array) => SlotOutcome) | null = null;

  return {
    get card() {
      return card;
    },
    status: () => (card ? (powered ? 0 : 1) : 2),
    insert(next) {
      card = next;
      powered = false;
    },
    remove() {
      card = null;
      powered = false;
    },
    powerOn(voltage) {
      if (!card) return { error: ERROR.mute };
      if (traits.automatic ? voltage !== 0 : voltage < 1 || voltage > 3)
        return { error: ERROR.wrongParameter };
      if (!traits.automatic && cardVoltage !== null && voltage !== cardVoltage) return { error: ERROR.mute };
      card.reset();
      powered = true;
      fresh = true;
      atr = decodeAtr(card.atr);
      cardProtocol = atr?.protocols[0] ?? 0;
      // A reader that does it all has settled the rate before it answers.
      cardFiDi = traits.automatic ? (atr?.fiDi ?? DEFAULT_FI_DI) : DEFAULT_FI_DI;
      set = defaults();
      line = null;
      return { bytes: card.atr, worksMs: 0 };
    },
    powerOff() {
      powered = false;
    },
    parameters: () => set,
    setParameters(protocol, bytes) {
      if (!powered) return ERROR.mute;
      if (protocol > 1) return ERROR.wrongParameter;
      if (bytes.length !== PARAMETER_LENGTHS[protocol]) return ERROR.wrongLength;
      set = { protocol, bytes };
      return null;
    },
    exchange(bytes) {
      if (!card || !powered) return { error: ERROR.mute };
      if (traits.level !== 'tpdu') return wholeCommand(card, bytes);
      const first = fresh;
      fresh = false;
      if (first && !traits.automatic && bytes[0] === 0xff) return selectProtocol(bytes);
      // Reader and card that disagree on rate or protocol hear nothing but noise from each other.
      if (!agree()) return { error: ERROR.parity };
      line ??= openLine(card);
      return line(bytes);
    },
  };

  function wholeCommand(present: VirtualCard, bytes: Uint8Array): SlotOutcome {
    const { response, worksMs } = answerCommand(present, bytes);
    if (traits.level === 'short-apdu' && response.length > 258) return { error: ERROR.overrun };
    return { bytes: response, worksMs };
  }

  /** PPS (ISO/IEC 7816-3, clause 9): a card that agrees says the same. */
  function selectProtocol(bytes: Uint8Array): SlotOutcome {
    const [, format = 0, rate] = bytes;
    const hasRate = (format & 0x10) !== 0;
    const whole = bytes.length === (hasRate ? 4 : 3) && bytes.reduce((sum, byte) => sum ^ byte, 0) === 0;
    const offered = atr?.protocols.includes(format & 0x0f) && (!hasRate || rate === atr.fiDi);
    if (!whole || !offered) return { error: ERROR.mute };
    cardProtocol = format & 0x0f;
    if (hasRate && rate !== undefined) cardFiDi = rate;
    return { bytes, worksMs: 0 };
  }

  function agree(): boolean {
    if (traits.automatic) return true;
    return set.protocol === cardProtocol && set.bytes[0] === cardFiDi;
  }

  function openLine(present: VirtualCard): (bytes: Uint8Array) => SlotOutcome {
    const process = (command: Uint8Array) => answerCommand(present, command);
    const half =
      cardProtocol === 0
        ? createCardT0(process)
        : createCardT1({
            process,
            ifsc: atr?.ifsc ?? 32,
            ifsd: traits.automatic ? READER_IFSD : 32,
            waitMs: BLOCK_WAIT_MS,
          });
    return (bytes) => {
      const { response, worksMs } = half.exchange(bytes);
      return { bytes: response, worksMs };
    };
  }
}

function defaults() {
  return { protocol: 0, bytes: Uint8Array.of(DEFAULT_FI_DI, 0, 0, 10, 0) };
}
