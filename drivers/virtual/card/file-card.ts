import type { CardAnswer, VirtualCard } from './virtual-card.ts';

export interface FileCardOptions {
  /** Transparent files by their two-byte identifier. */
  readonly files: Readonly<Record<number, Uint8Array>>;
  /** Data objects GET DATA reads, by P1 and P2. */
  readonly objects?: Readonly<Record<number, Uint8Array>>;
  /** How the card speaks: laid on an antenna, or pushed into a slot with T=0 or T=1. */
  readonly protocol?: 'contactless' | 'T=0' | 'T=1';
  /** TA1 of a contact card that can go faster than the default. */
  readonly fiDi?: number;
  /** Information field size of a T=1 card. */
  readonly ifsc?: number;
  /** Whether it takes commands in a chain, and says so. */
  readonly chaining?: boolean;
  readonly uid?: Uint8Array;
  /** Milliseconds every command takes. */
  readonly worksMs?: number;
}

/** A card with plain files for tests (ISO/IEC 7816-4): SELECT, READ and UPDATE BINARY, GET CHALLENGE, GET DATA. */
export interface FileCard extends VirtualCard {
  /** Instructions carried out since the card was made, chained ones once. */
  readonly executed: readonly number[];
  /** The file as the last UPDATE BINARY left it. */
  file(identifier: number): Uint8Array | null;
}

const DONE = 0x9000;
const END_OF_FILE = 0x6282;
const WRONG_LENGTH = 0x6700;
const NOT_ALLOWED = 0x6986;
const NOT_FOUND = 0x6a82;
const NO_REFERENCE = 0x6a88;
const WRONG_OFFSET = 0x6b00;
const UNKNOWN_INSTRUCTION = 0x6d00;
const UNKNOWN_CLASS = 0x6e00;

export function createFileCard(options: FileCardOptions): FileCard {
  const protocol = options.protocol ?? 'contactless';
  const files = new Map(Object.entries(options.files).map(([id, bytes]) => [Number(id), bytes] as const));
  const executed: number[] = [];
  let selected: number | null = null;
  let chained: number[] = [];
  let challenges = 0;

  return {
    contactless: protocol === 'contactless',
    atr: atrOf(protocol, options),
    uid: protocol === 'contactless' ? (options.uid ?? Uint8Array.of(0x08, 0x12, 0x34, 0x56)) : null,
    executed,
    file: (identifier) => files.get(identifier) ?? null,
    reset() {
      selected = null;
      chained = [];
    },
    process(command): CardAnswer {
      return { response: answer(command), worksMs: options.worksMs ?? 0 };
    },
  };

  function answer(bytes: Uint8Array): Uint8Array {
    const command = takeApart(bytes);
    if (!command) return status(WRONG_LENGTH);
    const { cla, ins, p1, p2, expected } = command;
    if (cla & 0xe0 || (cla & 0x10 && !options.chaining)) return status(UNKNOWN_CLASS);
    chained.push(...command.data);
    if (cla & 0x10) return status(DONE);
    const data = Uint8Array.from(chained);
    chained = [];
    executed.push(ins);
    switch (ins) {
      case 0xa4:
        return select(data);
      case 0xb0:
        return read((p1 << 8) | p2, expected);
      case 0xd6:
        return update((p1 << 8) | p2, data);
      case 0x84:
        return challenge(expected);
      case 0xca:
        return object((p1 << 8) | p2);
      default:
        return status(UNKNOWN_INSTRUCTION);
    }
  }

  function select(data: Uint8Array): Uint8Array {
    const identifier = ((data[0] ?? 0) << 8) | (data[1] ?? 0);
    if (data.length !== 2 || !files.has(identifier)) return status(NOT_FOUND);
    selected = identifier;
    return status(DONE);
  }

  function read(offset: number, expected: number): Uint8Array {
    const file = selected === null ? undefined : files.get(selected);
    if (!file) return status(NOT_ALLOWED);
    if (offset >= file.length) return status(WRONG_OFFSET);
    const bytes = file.subarray(offset, offset + expected);
    const asMuchAsThereIs = expected === 256 || expected === 65_536;
    return status(bytes.length === expected || asMuchAsThereIs ? DONE : END_OF_FILE, bytes);
  }

  function update(offset: number, data: Uint8Array): Uint8Array {
    const file = selected === null ? undefined : files.get(selected);
    if (selected === null || !file) return status(NOT_ALLOWED);
    const next = new Uint8Array(Math.max(file.length, offset + data.length));
    next.set(file);
    next.set(data, offset);
    files.set(selected, next);
    return status(DONE);
  }

  /** Not random, so that a test can foresee it, and never twice the same. */
  function challenge(length: number): Uint8Array {
    challenges += 1;
    return status(
      DONE,
      Uint8Array.from({ length: Math.min(length, 255) }, (_, index) => challenges * 31 + index),
    );
  }

  function object(tag: number): Uint8Array {
    const bytes = options.objects?.[tag];
    return bytes ? status(DONE, bytes) : status(NO_REFERENCE);
  }
}

function status(word: number, bytes: Uint8Array = new Uint8Array()): Uint8Array {
  return Uint8Array.of(...bytes, word >> 8, word & 0xff);
}

/** ISO/IEC 7816-3, 12.1; null when the lengths contradict each other. */
function takeApart(bytes: Uint8Array) {
  const [cla, ins, p1, p2] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return null;
  const body = bytes.subarray(4);
  const extended = body.length > 1 && body[0] === 0;
  const size = extended ? 2 : 1;
  const fields = extended ? body.subarray(1) : body;
  const number = (at: number) =>
    extended ? ((fields[at] ?? 0) << 8) | (fields[at + 1] ?? 0) : (fields[at] ?? 0);
  const most = extended ? 65_536 : 256;
  const parts = (data: Uint8Array, expected: number) => ({ cla, ins, p1, p2, data, expected });
  if (body.length === 0) return parts(body, 0);
  if (fields.length === size) return parts(new Uint8Array(), number(0) || most);
  const length = number(0);
  const data = fields.subarray(size, size + length);
  if (fields.length === size + length) return parts(data, 0);
  if (fields.length !== 2 * size + length) return null;
  return parts(data, number(size + length) || most);
}

/** An answer to reset that says what the card can do (ISO/IEC 7816-3, clause 8; 7816-4, 12.1.1). */
function atrOf(protocol: 'contactless' | 'T=0' | 'T=1', options: FileCardOptions): Uint8Array {
  const { fiDi, ifsc = 254, chaining = false } = options;
  // Compact data object 7: selection by identifier, data coding, chaining and extended length.
  const historical = [0x80, 0x73, 0x84, 0x21, (chaining ? 0x80 : 0) | 0x40];
  const rate = fiDi === undefined ? [] : [fiDi];
  const announcesRate = rate.length > 0 ? 0x10 : 0;
  if (protocol === 'T=0')
    return Uint8Array.of(0x3b, announcesRate | historical.length, ...rate, ...historical);
  const body =
    protocol === 'contactless'
      ? [0x80 | historical.length, 0x80, 0x01, ...historical]
      : [0x80 | announcesRate | historical.length, ...rate, 0x81, 0x31, ifsc, 0x45, ...historical];
  return Uint8Array.of(
    0x3b,
    ...body,
    body.reduce((sum, byte) => sum ^ byte, 0),
  );
}
