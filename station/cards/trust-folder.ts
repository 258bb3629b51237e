import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TrustList } from '../../drivers/emrtd/trust/trust-list.ts';
import { isMissing } from '../is-missing.ts';

/** Folder inside the data folder that holds certificates of countries (CSCA), as PEM or DER. */
export const TRUST_FOLDER = 'trust';

/** The largest public list, Germany's, has some 600 certificates of 2 kB in all; a file may hold a list as PEM. */
const MOST_FILES = 2_000;
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;
const FILES = /\.(pem|crt|cer|der)$/i;
const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Without a folder nobody is trusted. A file that cannot be read costs itself, not the list. */
export async function readTrustFolder(dataFolder: string): Promise<TrustList> {
  const { decodeTrustList } = await import('../../drivers/emrtd/trust/trust-list.ts');
  const folder = join(dataFolder, TRUST_FOLDER);
  const files = filesIn(folder).map((name) => readSmallFile(join(folder, name)));
  const list = decodeTrustList(files.flatMap((bytes) => (bytes ? certificatesIn(bytes) : [])));
  return { ...list, unreadable: list.unreadable + files.filter((bytes) => bytes === null).length };
}

/** DER is one certificate; PEM is any number. */
export function certificatesIn(bytes: Uint8Array): Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes('-----BEGIN')) return [bytes];
  return [...text.matchAll(PEM)].map(([, base64]) => new Uint8Array(Buffer.from(base64 ?? '', 'base64')));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => FILES.test(name))
      .sort()
      .slice(0, MOST_FILES);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function readSmallFile(path: string): Uint8Array | null {
  try {
    return statSync(path).size > LARGEST_FILE_BYTES ? null : readFileSync(path);
  } catch {
    // A broken link or a folder of that name is no certificate.
    return null;
  }
}
