/** The signed list of the data groups' hashes, versions 0 and 1 (Doc 9303 part 10, 4.6.2.3). */
import { asciiText, numberOf } from '../bytes/bytes.ts';
import { decodeObjectIdentifier } from '../bytes/object-identifier.ts';
import { readTlvs, requireValue, unwrapTlv } from '../bytes/tlv.ts';
import { type HashName, hashOfIdentifier } from '../crypto/hash.ts';
import { EmrtdError, malformed } from '../emrtd-error.ts';

export interface LdsSecurityObject {
  readonly hash: HashName;
  /** By number of the data group. */
  readonly hashes: ReadonlyMap<number, Uint8Array>;
  /** Such as `0108`; null in version 0, which does not sign it. */
  readonly ldsVersion: string | null;
}

/** Throws `malformed`, or `unsupported` for another version or hash. */
export function decodeLdsSecurityObject(bytes: Uint8Array): LdsSecurityObject {
  const [version, algorithm, groups, versionInfo] = readTlvs(unwrapTlv(bytes, 0x30));
  if (!version || !algorithm || !groups) throw malformed('The security object is not complete');
  const number = numberOf(requireValue([version], 0x02).subarray(0, 4));
  if (number > 1) throw new EmrtdError('unsupported', `The security object has version ${number}`);
  const identifier = decodeObjectIdentifier(requireValue(readTlvs(requireValue([algorithm], 0x30)), 0x06));
  const hash = hashOfIdentifier(identifier);
  if (!hash) throw new EmrtdError('unsupported', `The security object uses the unknown hash ${identifier}`);
  return {
    hash,
    hashes: groupHashes(requireValue([groups], 0x30)),
    ldsVersion: ldsVersion(versionInfo?.bytes),
  };
}

function groupHashes(groups: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const hashes = new Map<number, Uint8Array>();
  for (const group of readTlvs(groups)) {
    const [number, hash] = readTlvs(requireValue([group], 0x30));
    if (!number || !hash) throw malformed('A hash of the security object is not complete');
    const dataGroup = numberOf(requireValue([number], 0x02).subarray(0, 4));
    if (dataGroup < 1 || dataGroup > 16 || hashes.has(dataGroup)) {
      throw malformed('The security object names a data group that cannot be');
    }
    hashes.set(dataGroup, requireValue([hash], 0x04));
  }
  return hashes;
}

function ldsVersion(bytes: Uint8Array | undefined): string | null {
  return bytes ? asciiText(requireValue(readTlvs(unwrapTlv(bytes, 0x30)), 0x13)) : null;
}
