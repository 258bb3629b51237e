import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runFaults } from './faults-run.ts';

const built = existsSync(resolve(import.meta.dirname, '..', '..', '..', 'dist', 'station', 'station.js'));

/** The short form of `npm run faults`, which is where to look when this fails: it tells each fault and replays by seed. */
test.skipIf(!built)(
  'twenty faults between the real station and the real central lose, repeat and spoil nothing',
  { timeout: 180_000 },
  async () => {
    const said: string[] = [];
    const outcome = await runFaults({ seed: 20_261_124, count: 20, say: (line) => said.push(line) });
    expect(outcome, said.join('\n')).toMatchObject({
      lost: 0,
      duplicated: 0,
      corrupted: 0,
      orphaned: 0,
      quarantined: 0,
      inClear: [],
    });
    expect(outcome.faults).toBeGreaterThanOrEqual(18);
    expect(outcome.applications).toBeGreaterThan(0);
    expect(outcome.wireBytes).toBeGreaterThan(100_000);
    expect(outcome.worstResent?.bytes ?? 0).toBeLessThanOrEqual(64 * 1024);
    expect(outcome.leftoverParts).toBe(0);
  },
);
