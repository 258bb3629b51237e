import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { passportReplacement } from '../../e2e/support/counter.ts';
import type { Ratio } from '../report.ts';
import { median, percentile } from '../statistics.ts';
import { openBenchStation } from './bench-station.ts';

const SAVES = 1_000;
/** Both paths are compiled and the caches warm after these. */
const WARM_UP = 100;
/** A draft's row and its write-ahead frame are about this large. */
const LIMIT_BYTES = 4_096;

/** One field through the station's door and back, durable, against one small durable append in the same folder. */
export async function benchAutosave(log: (line: string) => void): Promise<Ratio[]> {
  const station = await openBenchStation();
  const file = openSync(join(station.folder, 'limit'), 'a');
  try {
    const draftId = v7();
    await station.counter.registration.startDraft({ draftId, serviceKey: passportReplacement().key });
    const saves: number[] = [];
    const syncs: number[] = [];
    const bytes = new Uint8Array(LIMIT_BYTES);
    for (let save = 0; save < WARM_UP + SAVES; save += 1) {
      const begun = performance.now();
      await station.counter.registration.saveFields({
        draftId,
        values: { 'address.street': `JL. CONTOH NO. ${save}` },
      });
      const saved = performance.now();
      writeSync(file, bytes);
      fdatasyncSync(file);
      const synced = performance.now();
      if (save < WARM_UP) continue;
      saves.push(saved - begun);
      syncs.push(synced - saved);
    }
    log(`autosave: p50 ${median(saves).toFixed(2)} ms, p99 ${percentile(saves, 0.99).toFixed(2)} ms`);
    log(`fdatasync: p50 ${median(syncs).toFixed(2)} ms, p99 ${percentile(syncs, 0.99).toFixed(2)} ms`);
    return [
      {
        name: 'autosave commit p99 ÷ one fdatasync',
        measured: `${percentile(saves, 0.99).toFixed(2)} ms (p99 of ${SAVES})`,
        limit: `${percentile(syncs, 0.99).toFixed(2)} ms (p99 of ${SAVES})`,
        ratio: percentile(saves, 0.99) / percentile(syncs, 0.99),
        target: 5,
      },
      {
        name: 'autosave commit p50 ÷ one fdatasync',
        measured: `${median(saves).toFixed(2)} ms`,
        limit: `${median(syncs).toFixed(2)} ms`,
        ratio: median(saves) / median(syncs),
        target: 5,
      },
    ];
  } finally {
    closeSync(file);
    await station.close();
  }
}
