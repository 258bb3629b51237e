import { createHash } from 'node:crypto';

export type HashName = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

export function digest(name: HashName, ...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
}

const HASH_BY_IDENTIFIER: ReadonlyMap<string, HashName> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** The hashes Doc 9303 part 12 (4.4) allows; null for any other. */
export function hashOfIdentifier(objectIdentifier: string): HashName | null {
  return HASH_BY_IDENTIFIER.get(objectIdentifier) ?? null;
}
