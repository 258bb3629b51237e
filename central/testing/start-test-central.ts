import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderBundles } from '../bundles/folder-bundles.ts';
import type { Database } from '../database/database.ts';
import { openEmbeddedDatabase } from '../database/embedded-database.ts';
import type { RequestRecord } from '../observation/observe.ts';
import { type CentralOptions, startCentral } from '../process/start-central.ts';

export const CODE = 'enrol-specimen-1';
export const OFFICER = { name: 'petugas', secret: 'rahasia-spesimen' };
export const RESOURCES = join(import.meta.dirname, '..', 'catalog');

/** Central over an in-memory database, or over the one given, with what failed and what was asked kept for looking at. */
export async function startTestCentral(database?: Database, options: Partial<CentralOptions> = {}) {
  const failures: unknown[] = [];
  const requests: RequestRecord[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-bundles-'));
  const used = database ?? (await openEmbeddedDatabase());
  const bundles = await openFolderBundles(folder);
  const central = await startCentral({
    database: used,
    bundles,
    resourcesFolder: RESOURCES,
    port: 0,
    enrolmentCode: CODE,
    practiceOfficer: OFFICER,
    onFailure: (error) => failures.push(error),
    onRequest: (record) => requests.push(record),
    ...options,
  });
  return {
    ...central,
    database: used,
    bundles: options.bundles ?? bundles,
    failures,
    requests,
    async close() {
      await central.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
