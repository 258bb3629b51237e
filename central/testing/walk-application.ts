import type { Database } from '../database/database.ts';
import { createMonths } from '../database/months.ts';
import { setStage } from '../packets/set-stage.ts';

/** Sets one stage after the other, as an officer would in one moment. */
export async function walkApplication(
  database: Database,
  applicationId: string,
  stages: readonly string[],
  now: number,
): Promise<void> {
  await createMonths(database).ensure(now);
  for (const stageKey of stages) {
    const change = { applicationId, stageKey, remark: null, fieldRemarks: {}, officerName: 'petugas' };
    await database.transaction((queries) => setStage(queries, change, now));
  }
}
