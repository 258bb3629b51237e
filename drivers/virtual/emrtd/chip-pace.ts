/**
 * The chip's side of PACE with generic mapping (Doc 9303 part 11, 4.4).
 *
 *     idle ──MSE──▶ selected ──80──▶ nonce-sent ──81/82──▶ mapped ──83/84──▶ agreed ──85/86──▶ a session
 *
 * Whatever is out of turn or wrong leads back to idle.
 */
import {
  type CipherName,
  cipherSuite,
  type SessionKeys,
  sessionKeys,
} from '../../emrtd/crypto/cipher-suite.ts';
import {
  type Curve,
  type CurveName,
  type CurvePoint,
  curveNamed,
  decodePoint,
} from '../../emrtd/crypto/curve.ts';
import { digest } from '../../emrtd/crypto/hash.ts';
import type { RandomSource } from '../../emrtd/crypto/key-pair.ts';
import type { AgreedSession } from './chip-bac.ts';
import { answer, type ChipAnswer, type ChipCommand, OK } from './chip-command.ts';
import { tlv, untlv } from './chip-tlv.ts';
import { paceIdentifier } from './personalisation-identifiers.ts';

export interface ChipPaceOptions {
  readonly cipher: CipherName;
  readonly curve: CurveName;
  /** Offered beside the first; MSE must then say which curve is meant. */
  readonly otherCurve?: CurveName | undefined;
  readonly mrzInformation: string;
  /** Null when the document has no card access number. */
  readonly cardAccessNumber: string | null;
  readonly random: RandomSource;
}

export interface ChipPace {
  select(command: ChipCommand): ChipAnswer;
  authenticate(command: ChipCommand): { readonly answer: ChipAnswer; readonly session: AgreedSession | null };
  forget(): void;
}

type PaceState =
  | { readonly name: 'idle' }
  | { readonly name: 'selected'; readonly curve: Curve; readonly password: Uint8Array }
  | { readonly name: 'nonce-sent'; readonly curve: Curve; readonly nonce: Uint8Array }
  | { readonly name: 'mapped'; readonly curve: Curve; readonly generator: CurvePoint }
  | { readonly name: 'agreed'; readonly keys: SessionKeys; readonly own: Buffer; readonly reader: Buffer };

const SW_WRONG_DATA = 0x6a80;

export function createChipPace(options: ChipPaceOptions): ChipPace {
  const { random } = options;
  const suite = cipherSuite(options.cipher);
  const identifier = paceIdentifier(options.cipher);
  let state: PaceState = { name: 'idle' };

  function select(command: ChipCommand): ChipAnswer {
    state = { name: 'idle' };
    const rest = Buffer.from(command.data);
    const protocol = untlv(0x80, rest);
    if (!protocol?.equals(identifier)) return answer(SW_WRONG_DATA);
    const afterProtocol = rest.subarray(2 + protocol.length);
    const reference = untlv(0x83, afterProtocol);
    if (reference?.length !== 1) return answer(SW_WRONG_DATA);
    const password = passwordOf(reference[0]);
    if (!password) return answer(0x6a88);
    const named = afterProtocol.length > 3 ? untlv(0x84, afterProtocol.subarray(3)) : null;
    const curve = chooseCurve(named);
    if (!curve) return answer(named ? 0x6a88 : SW_WRONG_DATA);
    state = { name: 'selected', curve, password };
    return answer(OK);
  }

  function authenticate(command: ChipCommand): ReturnType<ChipPace['authenticate']> {
    const before = state;
    state = { name: 'idle' };
    const refused = (statusWord: number) => ({ answer: answer(statusWord), session: null });
    if (command.le === null) return refused(0x6700);
    const data = untlv(0x7c, command.data);
    if (!data || tlv(0x7c, data).length !== command.data.length) return refused(SW_WRONG_DATA);
    const last = before.name === 'agreed';
    if (command.cla !== (last ? 0x00 : 0x10)) return refused(0x6883);
    const reply = (tag: number, value: Uint8Array, session: AgreedSession | null = null) => ({
      answer: answer(OK, tlv(0x7c, tlv(tag, value))),
      session,
    });

    switch (before.name) {
      case 'idle':
        return refused(0x6985);
      case 'selected': {
        if (data.length > 0) return refused(SW_WRONG_DATA);
        const nonce = random(16);
        state = { name: 'nonce-sent', curve: before.curve, nonce };
        return reply(0x80, suite.encryptNonce(suite.deriveKey(before.password, 'password'), nonce));
      }
      case 'nonce-sent': {
        const reader = readerPoint(before.curve, 0x81, data);
        if (!reader) return refused(SW_WRONG_DATA);
        const { Point } = before.curve.algorithms;
        const secret = drawBelow(Point.Fn.ORDER);
        const nonce = toBigint(before.nonce) % Point.Fn.ORDER;
        const generator = reader.multiply(secret).add(Point.BASE.multiply(nonce));
        state = { name: 'mapped', curve: before.curve, generator };
        return reply(0x82, Point.BASE.multiply(secret).toBytes(false));
      }
      case 'mapped': {
        const reader = readerPoint(before.curve, 0x83, data);
        if (!reader) return refused(SW_WRONG_DATA);
        const secret = drawBelow(before.curve.algorithms.Point.Fn.ORDER);
        const own = Buffer.from(before.generator.multiply(secret).toBytes(false));
        const shared = reader.multiply(secret).toBytes(false);
        const keys = sessionKeys(suite, shared.slice(1, 1 + before.curve.fieldLength));
        state = { name: 'agreed', keys, own, reader: Buffer.from(reader.toBytes(false)) };
        return reply(0x84, own);
      }
      case 'agreed': {
        const token = untlv(0x85, data);
        if (!token?.equals(tokenOver(before.keys, before.own))) return refused(0x6300);
        const session = { keys: before.keys, counter: new Uint8Array(suite.blockLength) };
        return reply(0x86, tokenOver(before.keys, before.reader), session);
      }
    }
  }

  function passwordOf(reference: number | undefined): Uint8Array | null {
    if (reference === 1) return digest('sha1', Buffer.from(options.mrzInformation, 'latin1'));
    if (reference === 2 && options.cardAccessNumber) return Buffer.from(options.cardAccessNumber, 'latin1');
    return null;
  }

  function chooseCurve(named: Buffer | null): Curve | null {
    const offered = [options.curve, options.otherCurve].filter((name) => name !== undefined).map(curveNamed);
    if (!named) return offered.length === 1 ? (offered[0] ?? null) : null;
    return offered.find((curve) => curve.parameterId === named[0] && named.length === 1) ?? null;
  }

  function drawBelow(order: bigint): bigint {
    return (toBigint(random(80)) % (order - 1n)) + 1n;
  }

  function tokenOver(keys: SessionKeys, key: Buffer): Buffer {
    return Buffer.from(suite.mac(keys.mac, tlv(0x7f49, tlv(0x06, identifier), tlv(0x86, key))));
  }

  return {
    select,
    authenticate,
    forget() {
      state = { name: 'idle' };
    },
  };
}

function readerPoint(curve: Curve, tag: number, data: Buffer): CurvePoint | null {
  const value = untlv(tag, data);
  return value && decodePoint(curve, value);
}

function toBigint(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
