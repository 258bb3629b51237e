import { createReadStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import pino from 'pino';
import type { BundleStore } from '../bundles/bundle-store.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { createMonths } from '../database/months.ts';
import { receiveCarryFile } from '../hand-carry/receive-file.ts';
import { loadCentralKeys } from '../keys/central-keys.ts';
import { type CarriedRecord, carriedRecord } from '../observation/carried-record.ts';
import { createReception } from '../packets/receive-packet.ts';

/**
 * Receives a file that a kiosk wrote, writes the reply next to it and one line of JSON; what became of it is logged as central does. A refused file leaves nothing.
 * @returns whether it was received, now or before
 */
export async function importCommand(
  { database, bundles }: { readonly database: Database; readonly bundles: BundleStore },
  file: string | undefined,
  write = (line: string): unknown => process.stdout.write(`${line}\n`),
  log = (record: CarriedRecord): void => pino({ base: null }, pino.destination(2)).info(record, 'carried'),
): Promise<boolean> {
  if (file === undefined) throw new RangeError('import needs the FILE a kiosk wrote');
  const path = resolve(file);
  await migrate(database);
  const now = Date.now;
  const keys = await loadCentralKeys(database);
  const reception = createReception({ database, months: createMonths(database), bundles, keys, now });
  const begun = performance.now();
  const result = await receiveCarryFile({ database, reception, keys, now }, () => createReadStream(path));
  log(carriedRecord(result, Math.round(performance.now() - begun)));
  if (result.outcome === 'refused') {
    write(JSON.stringify(result));
    return false;
  }
  const { outcome, reply, replyName } = result;
  const { stationName, stationId, number, acknowledged, rejected } = result.file;
  const replyPath = join(dirname(path), replyName);
  await writeFile(`${replyPath}.part`, reply, { flush: true });
  await rename(`${replyPath}.part`, replyPath);
  write(
    JSON.stringify({ outcome, stationName, stationId, number, acknowledged, rejected, reply: replyPath }),
  );
  return true;
}
