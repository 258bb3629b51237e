/** Fills a chip: the files of a specimen, signed by its issuer, and spoilt where a test asks for it. */
import type { CipherName } from '../../emrtd/crypto/cipher-suite.ts';
import { type CurveName, curveNamed } from '../../emrtd/crypto/curve.ts';
import type { SpecimenPerson } from '../camera/specimen-person.ts';
import type { ChipFile } from './chip-files.ts';
import type { ChipProof } from './chip-proof.ts';
import { tlv } from './chip-tlv.ts';
import { paceIdentifier } from './personalisation-identifiers.ts';
import {
  encodeCom,
  encodeDg1,
  encodeDg2,
  encodeDg11,
  encodeDg12,
  type SpecimenPortrait,
  specimenMrz,
} from './specimen-files.ts';
import type { SpecimenIssuer } from './specimen-issuer.ts';
import { integer } from './specimen-key.ts';

export interface Personalisation {
  readonly person: SpecimenPerson;
  readonly portrait: SpecimenPortrait;
  readonly issuer: SpecimenIssuer;
  /** Data groups changed after they were signed, by number. */
  readonly tampered?: readonly number[] | undefined;
  /** The signature over the security object does not hold. */
  readonly forgedSignature?: boolean | undefined;
}

export interface PacePersonalisation {
  readonly cipher: CipherName;
  readonly curve: CurveName;
  readonly otherCurve?: CurveName | undefined;
}

const DATA_GROUP_TAGS: ReadonlyMap<number, number> = new Map([
  [1, 0x61],
  [2, 0x75],
  [11, 0x6b],
  [12, 0x6c],
  [14, 0x6e],
  [15, 0x6f],
]);

/** Files of the eMRTD application. */
export function personalise(options: Personalisation, proof: ChipProof): readonly ChipFile[] {
  const { person } = options;
  const groups = new Map<number, Buffer>([
    [1, encodeDg1(specimenMrz(person))],
    [2, encodeDg2(options.portrait)],
    [11, encodeDg11(person)],
    [12, encodeDg12(person)],
  ]);
  if (proof.dg14) groups.set(14, proof.dg14);
  if (proof.dg15) groups.set(15, proof.dg15);
  const sod = options.issuer.signSecurityObject(groups);
  const com = encodeCom([...groups.keys()].map((number) => DATA_GROUP_TAGS.get(number) ?? 0));
  return [
    file(0x011e, 0x1e, com),
    file(0x011d, 0x1d, options.forgedSignature ? withLastByteChanged(sod) : sod),
    ...[...groups].map(([number, bytes]) =>
      file(0x0100 + number, number, options.tampered?.includes(number) ? tamper(number, bytes) : bytes),
    ),
  ];
}

/** Files of the master file, which everybody may read. */
export function masterFiles(
  pace: PacePersonalisation | null,
  responseLimit: number | null,
): readonly ChipFile[] {
  const files: ChipFile[] = [];
  if (pace) {
    const curves = [pace.curve, pace.otherCurve].filter((name) => name !== undefined);
    const infos = curves.map((name) =>
      tlv(
        0x30,
        tlv(0x06, paceIdentifier(pace.cipher)),
        integer(2n),
        integer(BigInt(curveNamed(name).parameterId)),
      ),
    );
    files.push({ ...file(0x011c, 0x1c, tlv(0x31, ...infos)), free: true });
  }
  if (responseLimit !== null) {
    const limits = tlv(0x7f66, integer(BigInt(responseLimit)), integer(BigInt(responseLimit)));
    const capabilities = tlv(0x47, Buffer.of(0x94, 0x01, 0xc0));
    files.push({ ...file(0x2f01, 0x01, Buffer.concat([capabilities, limits])), free: true });
  }
  return files;
}

function file(identifier: number, shortIdentifier: number, bytes: Uint8Array): ChipFile {
  return { identifier, shortIdentifier, bytes, free: false };
}

/** Another sex in DG1, so that its structure stays whole; the last byte of any other. */
function tamper(number: number, bytes: Buffer): Buffer {
  if (number !== 1) return withLastByteChanged(bytes);
  const changed = Buffer.from(bytes);
  const sex = changed.length - 88 + 44 + 20;
  changed[sex] = changed[sex] === 0x4d ? 0x46 : 0x4d;
  return changed;
}

function withLastByteChanged(bytes: Uint8Array): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 0x01;
  return changed;
}
