/** Turns the files of a passport into what they say and how far they can be believed. */
import type { AccessProtocol } from './access/open-passport.ts';
import { EmrtdError, malformed } from './emrtd-error.ts';
import { DATA_GROUP_NUMBER, type PassportFile } from './files/passport-file.ts';
import { decodeDg1 } from './lds/dg1.ts';
import { decodeDg11 } from './lds/dg11.ts';
import { decodeDg12 } from './lds/dg12.ts';
import { decodePassportIndex } from './lds/ef-com.ts';
import { decodeFaceImage } from './lds/face-image.ts';
import type { PartReading, PassportPart, PassportReading } from './passport-reading.ts';
import type { FilesRead } from './read-files.ts';
import {
  authenticatePassively,
  type PassiveAuthentication,
  type Trust,
} from './trust/passive-authentication.ts';

/** Throws `malformed` or `unsupported` when DG1, without which nothing is of use, cannot be read. */
export async function judgePassport(
  request: { readonly trust: Trust; readonly parts: readonly PassportPart[] },
  protocol: AccessProtocol,
  read: FilesRead,
  exchanges: number,
): Promise<PassportReading> {
  const { files } = read;
  const dg1 = files.get('DG1');
  if (!dg1) throw malformed('The passport has no DG1');

  async function part<Value>(
    name: PassportPart,
    file: PassportFile,
    decode: (bytes: Uint8Array) => Value | Promise<Value>,
  ): Promise<PartReading<Value>> {
    if (!request.parts.includes(name)) return { kind: 'not-asked' };
    const statusWord = read.refusals.get(file);
    if (statusWord !== undefined) return { kind: 'refused', statusWord };
    const bytes = files.get(file);
    return bytes ? await decoded(bytes, decode) : { kind: 'absent' };
  }

  return {
    protocol,
    mrz: decodeDg1(dg1),
    face: await part('face', 'DG2', decodeFaceImage),
    personalDetails: await part('personal-details', 'DG11', decodeDg11),
    documentDetails: await part('document-details', 'DG12', decodeDg12),
    index: await part('index', 'EF.COM', decodePassportIndex),
    authenticity: authenticity(read, request.trust),
    chip: read.chip,
    files,
    exchanges,
  };
}

async function decoded<Value>(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => Value | Promise<Value>,
): Promise<PartReading<Value>> {
  try {
    return { kind: 'read', value: await decode(bytes) };
  } catch (error) {
    if (!(error instanceof EmrtdError)) throw error;
    return { kind: error.kind === 'unsupported' ? 'unsupported' : 'malformed', message: error.message };
  }
}

function authenticity({ files, securityObject }: FilesRead, trust: Trust): PassiveAuthentication {
  if (securityObject === 'missing') return { kind: 'failed', reason: 'no-security-object' };
  if (securityObject === 'unsupported') {
    return { kind: 'unknown-issuer', reason: 'unsupported', issuer: null };
  }
  const groups = Object.entries(DATA_GROUP_NUMBER).map(([name, number]) => {
    const bytes = files.get(name as keyof typeof DATA_GROUP_NUMBER);
    return bytes ? ([number, bytes] as const) : null;
  });
  return authenticatePassively(securityObject, new Map(groups.filter((group) => group !== null)), trust);
}
