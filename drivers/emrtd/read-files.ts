/** Reads an opened passport's files, and lets the chip prove itself. */
import { CardError } from '../smart-card/card-error.ts';
import type { OpenedPassport } from './access/open-passport.ts';
import type { CountedChannel } from './apdu/plain-exchange.ts';
import { proveChip } from './chip/prove-chip.ts';
import type { RandomSource } from './crypto/key-pair.ts';
import { EmrtdError, malformed } from './emrtd-error.ts';
import { createFileReader } from './files/file-reader.ts';
import { DATA_GROUP_NUMBER, type DataGroupName, type PassportFile } from './files/passport-file.ts';
import type { ReadingStyle } from './files/reading-style.ts';
import type { ChipGenuineness, PassportPart } from './passport-reading.ts';
import { createReadingPlan } from './reading-plan.ts';
import type { ProgressCount } from './reading-progress.ts';
import { mostPlainBytes } from './secure-messaging/protected-length.ts';
import { decodeSecurityObject, type SecurityObject } from './trust/security-object.ts';

export interface FilesRead {
  readonly files: ReadonlyMap<PassportFile, Uint8Array>;
  /** Why a file that was asked for is not among them. */
  readonly refusals: ReadonlyMap<PassportFile, number>;
  /** `missing` when EF.SOD is not there or cannot be read, `unsupported` when it is made in an unknown way. */
  readonly securityObject: SecurityObject | 'missing' | 'unsupported';
  readonly chip: ChipGenuineness;
}

export interface ReadFilesOptions {
  readonly channel: CountedChannel;
  readonly style: ReadingStyle;
  readonly random: RandomSource;
  readonly parts: readonly PassportPart[];
  readonly progress: ProgressCount;
}

/** Fails with `StyleRefused`, an `EmrtdError` or a `CardError`. */
export async function readFiles(opened: OpenedPassport, options: ReadFilesOptions): Promise<FilesRead> {
  const { channel, style, random, parts, progress } = options;
  const plan = createReadingPlan(parts);
  const files = new Map<PassportFile, Uint8Array>();
  const refusals = new Map<PassportFile, number>();
  const { exchange } = opened;
  const mostPlain = mostPlainBytes(exchange.keys.suite.blockLength, opened.responseLimit);
  const reader = createFileReader({ exchange, style, mostPlain });

  await read('EF.SOD');
  const securityObject = readSecurityObject(files.get('EF.SOD'));
  if (!(await read('DG1'))) throw malformed('The passport has no DG1');
  if (parts.includes('index')) await read('EF.COM');
  if (parts.includes('face')) await readGroup('DG2');
  if (parts.includes('personal-details')) await readGroup('DG11');
  if (parts.includes('document-details')) await readGroup('DG12');
  // Last of all, so that a chip that cannot prove itself has already said the rest.
  const chip = parts.includes('chip') ? await prove() : ({ kind: 'not-asked' } as const);
  return { files, refusals, securityObject, chip };

  async function read(file: PassportFile): Promise<Uint8Array | null> {
    progress.begin('reading', plan.weightOf(file));
    try {
      const bytes = await reader.read(file, progress.share);
      if (bytes) files.set(file, bytes);
      return bytes;
    } catch (error) {
      if (!(error instanceof CardError) || error.kind !== 'refused' || error.statusWord === null) throw error;
      refusals.set(file, error.statusWord);
      return null;
    }
  }

  /** Asks only for what the security object lists: a data group it does not list cannot be trusted, if it is there. */
  async function readGroup(group: DataGroupName): Promise<Uint8Array | null> {
    const unlisted =
      typeof securityObject === 'object' && !securityObject.content.hashes.has(DATA_GROUP_NUMBER[group]);
    return unlisted ? null : await read(group);
  }

  async function prove(): Promise<ChipGenuineness> {
    const dg14 = await readGroup('DG14');
    progress.begin('reading', plan.weightOf('proving'));
    return await proveChip({ exchange, channel, random, mostPlain, dg14, readDg15: () => readGroup('DG15') });
  }
}

function readSecurityObject(sod: Uint8Array | undefined): FilesRead['securityObject'] {
  if (!sod) return 'missing';
  try {
    return decodeSecurityObject(sod);
  } catch (error) {
    if (error instanceof EmrtdError) return error.kind === 'unsupported' ? 'unsupported' : 'missing';
    throw error;
  }
}
