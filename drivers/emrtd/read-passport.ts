/**
 * Reads an e-passport from first command to verdict (ICAO Doc 9303 parts 10 to 12). The card should be freshly powered;
 * one that was already spoken to is put right with a few commands more.
 */
import type { CardChannel } from '../smart-card/card-channel.ts';
import type { AccessKey } from './access/access-key.ts';
import { type OpenedPassport, openPassport } from './access/open-passport.ts';
import { type CountedChannel, createCountedChannel } from './apdu/plain-exchange.ts';
import { type RandomSource, systemRandom } from './crypto/key-pair.ts';
import { nextStyle, type ReadingStyle, StyleRefused } from './files/reading-style.ts';
import { judgePassport } from './judge-passport.ts';
import type { PassportPart, PassportReading, ReadingProgress } from './passport-reading.ts';
import { type FilesRead, readFiles } from './read-files.ts';
import { createReadingPlan } from './reading-plan.ts';
import { countProgress, type ProgressCount } from './reading-progress.ts';
import type { Trust } from './trust/passive-authentication.ts';

export interface ReadPassportRequest {
  readonly access: AccessKey;
  readonly trust: Trust;
  readonly parts: readonly PassportPart[];
  /** Ends the reading with a `CardError` of kind `aborted`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  /** Where keys come from; the system's generator when not given. */
  readonly random?: RandomSource | undefined;
}

/**
 * Fails with an `EmrtdError`, or with the channel's `CardError` (`removed`, `timeout` and so on, and `refused` for a
 * status word nothing else explains). What is wrong with a part, or with the passport's authenticity, is in the
 * reading.
 */
export async function readPassport(
  channel: CardChannel,
  request: ReadPassportRequest,
): Promise<PassportReading> {
  const counted = createCountedChannel(channel, request.signal);
  const plan = createReadingPlan(request.parts);
  const progress = countProgress(plan.totalWeight, request.onProgress);
  const { opened, files } = await openAndRead(channel, counted, request, progress);
  progress.begin('checking', plan.weightOf('checking'));
  const reading = await judgePassport(request, opened.protocol, files, counted.count());
  progress.share(1);
  return reading;
}

async function openAndRead(
  card: CardChannel,
  channel: CountedChannel,
  request: ReadPassportRequest,
  progress: ProgressCount,
): Promise<{ opened: OpenedPassport; files: FilesRead }> {
  const random = request.random ?? systemRandom;
  for (let style: ReadingStyle = 'extended'; ; ) {
    try {
      progress.begin('opening', createReadingPlan(request.parts).weightOf('opening'));
      const opened = await openPassport({ card, channel, access: request.access, style, random });
      return {
        opened,
        files: await readFiles(opened, { channel, style, random, parts: request.parts, progress }),
      };
    } catch (error) {
      if (!(error instanceof StyleRefused)) throw error;
      const next = nextStyle(style);
      if (!next) throw error.failure;
      style = next;
    }
  }
}
