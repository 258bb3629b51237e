/** Secure messaging from the chip's side (Doc 9303 part 11, 9.8): it checks commands and protects answers. */
import type { SessionKeys } from '../../emrtd/crypto/cipher-suite.ts';
import type { ChipAnswer, ChipCommand } from './chip-command.ts';
import { tlv } from './chip-tlv.ts';

export interface ChipSession {
  /** The plain command, or the status word that ends the session: 6987 an object is missing, 6988 one is wrong. */
  unwrap(command: ChipCommand): ChipCommand | 0x6987 | 0x6988;
  wrap(answer: ChipAnswer, ins: number): Uint8Array;
}

const MISSING = 0x6987;
const WRONG = 0x6988;

export function createChipSession(keys: SessionKeys, startingCounter: Uint8Array): ChipSession {
  const { suite } = keys;
  const block = suite.blockLength;
  let counter = BigInt(`0x${Buffer.from(startingCounter).toString('hex')}`);

  function step(): Buffer {
    counter = (counter + 1n) % (1n << BigInt(block * 8));
    return Buffer.from(counter.toString(16).padStart(block * 2, '0'), 'hex');
  }

  function padded(...parts: readonly Uint8Array[]): Buffer {
    const joined = Buffer.concat([...parts, Uint8Array.of(0x80)]);
    return Buffer.concat([joined, Buffer.alloc((block - (joined.length % block)) % block)]);
  }

  function checksum(...parts: readonly Uint8Array[]): Buffer {
    return Buffer.from(suite.macPadded(keys.mac, padded(...parts)));
  }

  return {
    unwrap(command) {
      const now = step();
      const objects = splitObjects(command.data);
      if (objects === null) return WRONG;
      const mac = objects.get(0x8e);
      if (!mac) return MISSING;
      if (command.data.length !== mac.end || command.le === null) return WRONG;
      const covered = command.data.subarray(0, mac.start);
      const header = padded(Uint8Array.of(command.cla, command.ins, command.p1, command.p2));
      if (!checksum(now, header, covered).equals(mac.value)) return WRONG;

      const cryptogram = objects.get(command.ins & 1 ? 0x85 : 0x87);
      const foreign = objects.get(command.ins & 1 ? 0x87 : 0x85);
      const length = objects.get(0x97);
      if (foreign || objects.size !== 1 + (cryptogram ? 1 : 0) + (length ? 1 : 0)) return WRONG;
      const data = cryptogram ? open(cryptogram.value, command.ins, now) : Buffer.alloc(0);
      const le = length ? expectedLength(length.value) : null;
      if (data === null || le === 'wrong') return WRONG;
      return { ...command, cla: command.cla & ~0x0c, data, le };
    },

    wrap({ data, statusWord }, ins) {
      const now = step();
      const status = Buffer.from(statusWord.toString(16).padStart(4, '0'), 'hex');
      const parts: Buffer[] = [];
      if (data.length > 0) {
        const cryptogram = suite.encrypt(keys.encryption, now, padded(data));
        parts.push(ins & 1 ? tlv(0x85, cryptogram) : tlv(0x87, Uint8Array.of(1), cryptogram));
      }
      parts.push(tlv(0x99, status));
      return Buffer.concat([...parts, tlv(0x8e, checksum(now, ...parts)), status]);
    },
  };

  function open(value: Buffer, ins: number, now: Buffer): Buffer | null {
    const indicated = (ins & 1) === 0;
    if (indicated && value[0] !== 1) return null;
    const cryptogram = value.subarray(indicated ? 1 : 0);
    if (cryptogram.length === 0 || cryptogram.length % block !== 0) return null;
    const plain = Buffer.from(suite.decrypt(keys.encryption, now, cryptogram));
    const end = plain.lastIndexOf(0x80);
    const filler = plain.subarray(end + 1);
    return end < 0 || filler.length >= block || filler.some((byte) => byte !== 0)
      ? null
      : plain.subarray(0, end);
  }
}

interface PlacedObject {
  readonly value: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Objects with tags of one byte, by tag; null when they do not fill the data exactly, or one comes twice. */
function splitObjects(data: Uint8Array): Map<number, PlacedObject> | null {
  const bytes = Buffer.from(data);
  const objects = new Map<number, PlacedObject>();
  let offset = 0;
  while (offset < bytes.length) {
    const start = offset;
    const tag = bytes[offset];
    let length = bytes[offset + 1];
    offset += 2;
    if (length !== undefined && length > 0x80) {
      const count = length - 0x80;
      if (count > 3 || offset + count > bytes.length) return null;
      length = bytes.readUIntBE(offset, count);
      offset += count;
    }
    if (tag === undefined || length === undefined || offset + length > bytes.length || objects.has(tag))
      return null;
    objects.set(tag, { value: bytes.subarray(offset, offset + length), start, end: offset + length });
    offset += length;
  }
  return objects;
}

function expectedLength(value: Buffer): number | 'wrong' {
  if (value.length === 1) return value[0] || 256;
  return value.length === 2 ? value.readUInt16BE(0) || 65_536 : 'wrong';
}
