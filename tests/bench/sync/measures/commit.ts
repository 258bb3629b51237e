import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { loadSpecimens } from '../../../../station/practice/specimens.ts';
import { startHeadlessStation } from '../../../e2e/support/headless-station.ts';
import { fillDraft, specimenPicture } from '../../../e2e/support/submit-specimen.ts';
import { median } from '../../statistics.ts';
import { connectCounter, enrolAt, startBenchCentral } from '../ways/ours.ts';
import { DOCUMENT_BYTES } from '../ways/way.ts';
import { openAppendLimit } from './append-limit.ts';
import { inFolder } from './drain.ts';

/** Pages and pictures of a passport replacement: what is asked for always. */
const PICTURES = 6;
const WARM_UP = 3;

export interface CommitTimes {
  /** Milliseconds, medians. From the officer's touch on "submit" to the answer that it is safe. */
  readonly submit: number;
  /** The whole registration without a person: draft, form, pictures, submit. */
  readonly whole: number;
  /** The same bytes appended to one file and flushed, by turns with the above. */
  readonly append: number;
}

/** Registers applications at the real station, with its encrypted store, and appends the same bytes beside it. */
export async function measureCommit(count: number, attachmentBytes: number): Promise<CommitTimes> {
  return await inFolder(async (folder) => {
    const central = await startBenchCentral(folder);
    const station = await startHeadlessStation(join(folder, 'station'));
    const limit = openAppendLimit(folder);
    try {
      const ask = await connectCounter(station);
      await enrolAt(station, ask, central.url);
      const [specimen] = loadSpecimens();
      if (specimen === undefined) throw new Error('no specimens');
      const base = Buffer.from(await specimenPicture('SPESIMEN').arrayBuffer());
      const makePicture = () =>
        new Blob(
          [new Uint8Array(Buffer.concat([base, randomBytes(attachmentBytes / PICTURES - base.length)]))],
          { type: 'image/jpeg' },
        );
      const times: Record<keyof CommitTimes, number[]> = { submit: [], whole: [], append: [] };
      for (let number = 0; number < count + WARM_UP; number += 1) {
        const begun = performance.now();
        const draftId = await ask((counter) => fillDraft(counter, specimen, makePicture));
        const touched = performance.now();
        await ask((counter) =>
          counter.registration.submit({ draftId, applicationId: v7(), printJobId: v7() }),
        );
        const safe = performance.now();
        const appended = limit.append(attachmentBytes + DOCUMENT_BYTES);
        if (number < WARM_UP) continue;
        times.submit.push(safe - touched);
        times.whole.push(safe - begun);
        times.append.push(appended);
      }
      return { submit: median(times.submit), whole: median(times.whole), append: median(times.append) };
    } finally {
      limit.close();
      await station.kill();
      await central.kill();
    }
  });
}
