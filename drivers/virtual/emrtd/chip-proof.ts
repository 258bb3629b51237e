/** How the chip shows that it is no copy: chip authentication and active authentication (Doc 9303 part 11, 6). */
import { constants, type KeyObject, privateEncrypt } from 'node:crypto';
import { type CipherName, cipherSuite, sessionKeys } from '../../emrtd/crypto/cipher-suite.ts';
import { type CurveName, curveNamed, decodePoint } from '../../emrtd/crypto/curve.ts';
import { digest } from '../../emrtd/crypto/hash.ts';
import type { RandomSource } from '../../emrtd/crypto/key-pair.ts';
import type { AgreedSession } from './chip-bac.ts';
import { answer, type ChipAnswer, type ChipCommand, OK } from './chip-command.ts';
import { tlv, untlv } from './chip-tlv.ts';
import { CHIP_PUBLIC_KEY_IDENTIFIER, chipAuthenticationIdentifier } from './personalisation-identifiers.ts';
import { ecPublicKeyInfo, integer, newRsaKey, seededScalar } from './specimen-key.ts';

export interface ChipProof {
  /** DG14; null for a chip without chip authentication. */
  readonly dg14: Buffer | null;
  /** DG15; null for a chip without active authentication. */
  readonly dg15: Buffer | null;
  /** MSE:Set KAT, and the session that starts with the next command. */
  setKeyAgreement(command: ChipCommand): ProofAnswer;
  /** MSE:Set AT. */
  setAuthentication(command: ChipCommand): ChipAnswer;
  generalAuthenticate(command: ChipCommand): ProofAnswer;
  internalAuthenticate(command: ChipCommand): ChipAnswer;
  forget(): void;
}

export interface ProofAnswer {
  readonly answer: ChipAnswer;
  readonly session: AgreedSession | null;
}

export interface ChipProofOptions {
  readonly chipAuthentication?:
    | { readonly cipher: CipherName; readonly curve: CurveName; readonly keyId?: number }
    | undefined;
  readonly activeAuthentication?: 'rsa' | { readonly curve: CurveName } | undefined;
  /** A copied chip shows the files of another and has not its keys. */
  readonly copied?: boolean | undefined;
  readonly seed: string;
  readonly random: RandomSource;
}

const WRONG_DATA = 0x6a80;
const NOT_SUPPORTED = 0x6d00;
const ECDSA_PLAIN_SHA256 = Buffer.of(0x04, 0x00, 0x7f, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01, 0x03);
const ACTIVE_AUTHENTICATION = Buffer.of(0x67, 0x81, 0x08, 0x01, 0x01, 0x05);

export function createChipProof(options: ChipProofOptions): ChipProof {
  const agreement = options.chipAuthentication && agreementKey(options.chipAuthentication, options);
  const signing = options.activeAuthentication && signingKey(options.activeAuthentication, options);
  const infos = [...(agreement?.infos ?? []), ...(signing?.infos ?? [])];
  let selected = false;

  const refused = (statusWord: number): ProofAnswer => ({ answer: answer(statusWord), session: null });
  return {
    dg14: infos.length > 0 ? tlv(0x6e, tlv(0x31, ...infos)) : null,
    dg15: signing ? tlv(0x6f, signing.publicKeyInfo) : null,
    setKeyAgreement(command) {
      if (agreement?.cipher !== '3des') return refused(NOT_SUPPORTED);
      const key = untlv(0x91, command.data);
      const rest = key ? command.data.subarray(tlv(0x91, key).length) : command.data;
      if (!key || !rest.every((byte, index) => byte === agreement.keyReference[index]))
        return refused(WRONG_DATA);
      const session = agreement.agree(key);
      return session ? { answer: answer(OK), session } : refused(WRONG_DATA);
    },
    setAuthentication(command) {
      if (!agreement || agreement.cipher === '3des') return answer(NOT_SUPPORTED);
      const wanted = Buffer.concat([tlv(0x80, agreement.identifier), agreement.keyReference]);
      selected = wanted.equals(command.data);
      return answer(selected ? OK : WRONG_DATA);
    },
    generalAuthenticate(command) {
      const wasSelected = selected;
      selected = false;
      if (!agreement || !wasSelected) return refused(0x6985);
      const data = untlv(0x7c, command.data);
      const key = data && untlv(0x80, data);
      const session = key && agreement.agree(key);
      return session ? { answer: answer(OK, tlv(0x7c)), session } : refused(WRONG_DATA);
    },
    internalAuthenticate(command) {
      if (!signing) return answer(NOT_SUPPORTED);
      if (command.data.length !== 8 || command.le === null) return answer(0x6700);
      const signature = signing.sign(command.data);
      return signature.length > command.le ? answer(0x6700) : answer(OK, signature);
    },
    forget() {
      selected = false;
    },
  };
}

function agreementKey(
  chosen: NonNullable<ChipProofOptions['chipAuthentication']>,
  { seed, copied }: ChipProofOptions,
) {
  const curve = curveNamed(chosen.curve);
  const shown = seededScalar(chosen.curve, `${seed} chip`);
  const held = copied ? seededScalar(chosen.curve, `${seed} copy`) : shown;
  const point = curve.algorithms.Point.BASE.multiply(shown).toBytes(false);
  const identifier = chipAuthenticationIdentifier(chosen.cipher);
  const keyId = chosen.keyId === undefined ? Buffer.alloc(0) : integer(BigInt(chosen.keyId));
  const suite = cipherSuite(chosen.cipher);
  return {
    cipher: chosen.cipher,
    identifier,
    keyReference: chosen.keyId === undefined ? Buffer.alloc(0) : tlv(0x84, Buffer.of(chosen.keyId)),
    infos: [
      tlv(0x30, tlv(0x06, CHIP_PUBLIC_KEY_IDENTIFIER), ecPublicKeyInfo(chosen.curve, point, true), keyId),
      tlv(0x30, tlv(0x06, identifier), integer(1n), keyId),
    ],
    agree(key: Uint8Array): AgreedSession | null {
      const reader = decodePoint(curve, key);
      if (!reader) return null;
      const shared = reader.multiply(held).toBytes(false);
      const keys = sessionKeys(suite, shared.slice(1, 1 + curve.fieldLength));
      return { keys, counter: new Uint8Array(suite.blockLength) };
    },
  };
}

interface ChipSigningKey {
  readonly publicKeyInfo: Buffer;
  readonly infos: readonly Buffer[];
  sign(challenge: Uint8Array): Buffer;
}

function signingKey(
  chosen: NonNullable<ChipProofOptions['activeAuthentication']>,
  options: ChipProofOptions,
): ChipSigningKey {
  if (chosen === 'rsa') return rsaSigningKey(options);
  const { algorithms } = curveNamed(chosen.curve);
  const shown = seededScalar(chosen.curve, `${options.seed} chip`);
  const held = options.copied ? seededScalar(chosen.curve, `${options.seed} copy`) : shown;
  const point = algorithms.Point.BASE.multiply(shown).toBytes(false);
  const secret = algorithms.Point.Fn.toBytes(held);
  return {
    publicKeyInfo: ecPublicKeyInfo(chosen.curve, point, false),
    infos: [tlv(0x30, tlv(0x06, ACTIVE_AUTHENTICATION), integer(1n), tlv(0x06, ECDSA_PLAIN_SHA256))],
    sign: (challenge) =>
      Buffer.from(
        algorithms.sign(digest('sha256', challenge), secret, {
          prehash: false,
          lowS: false,
          format: 'compact',
        }),
      ),
  };
}

/** ISO/IEC 9796-2 scheme 1 with SHA-256 and trailer 34 CC. */
function rsaSigningKey({ random, copied }: ChipProofOptions): ChipSigningKey {
  const shown = newRsaKey();
  const held = copied ? newRsaKey() : shown;
  return {
    publicKeyInfo: shown.public.export({ format: 'der', type: 'spki' }),
    infos: [],
    sign: (challenge) => signRecoverably(held.private, challenge, random),
  };
}

function signRecoverably(key: KeyObject, challenge: Uint8Array, random: RandomSource): Buffer {
  const bytes = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const own = random(bytes - 1 - 32 - 2);
  const message = Buffer.concat([
    Buffer.of(0x6a),
    own,
    digest('sha256', own, challenge),
    Buffer.of(0x34, 0xcc),
  ]);
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, message);
}
