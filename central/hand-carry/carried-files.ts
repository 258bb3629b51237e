import type { Queries, Row } from '../database/database.ts';

/** A file that was received, and the answer to it. */
export interface CarriedFile {
  readonly stationId: string;
  readonly stationName: string;
  readonly number: number;
  readonly headSha256: string;
  readonly madeAt: number;
  readonly receivedAt: number;
  readonly acknowledged: number;
  readonly rejected: number;
}

const COLUMNS = `f.station_id, s.name, f.number, f.head_sha256, f.made_at, f.received_at, f.acknowledged, f.rejected`;

function toFile(row: Row): CarriedFile {
  return {
    stationId: String(row.station_id),
    stationName: String(row.name),
    number: Number(row.number),
    headSha256: String(row.head_sha256),
    madeAt: Number(row.made_at),
    receivedAt: Number(row.received_at),
    acknowledged: Number(row.acknowledged),
    rejected: Number(row.rejected),
  };
}

export async function findCarriedFile(
  queries: Queries,
  stationId: string,
  number: number,
): Promise<{ readonly file: CarriedFile; readonly reply: Buffer } | null> {
  const [row] = await queries.query(
    `SELECT ${COLUMNS}, f.reply FROM carried_files f JOIN stations s ON s.id = f.station_id
     WHERE f.station_id = $1 AND f.number = $2`,
    [stationId, number],
  );
  return row ? { file: toFile(row), reply: Buffer.from(row.reply as Uint8Array) } : null;
}

/** Number of the newest file of a station; 0 when it brought none. */
export async function lastCarriedNumber(queries: Queries, stationId: string): Promise<number> {
  const [row] = await queries.query(
    'SELECT coalesce(max(number), 0) AS last FROM carried_files WHERE station_id = $1',
    [stationId],
  );
  return Number(row?.last);
}

/** Keeps the first answer to a file, whoever received it. */
export async function keepCarriedFile(
  queries: Queries,
  file: Omit<CarriedFile, 'stationName'>,
  reply: Uint8Array,
): Promise<void> {
  await queries.query(
    `INSERT INTO carried_files (station_id, number, head_sha256, made_at, received_at, acknowledged, rejected, reply)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      file.stationId,
      file.number,
      file.headSha256,
      file.madeAt,
      file.receivedAt,
      file.acknowledged,
      file.rejected,
      reply,
    ],
  );
}

/** The newest first. */
export async function listCarriedFiles(queries: Queries, limit: number): Promise<CarriedFile[]> {
  const rows = await queries.query(
    `SELECT ${COLUMNS} FROM carried_files f JOIN stations s ON s.id = f.station_id
     ORDER BY f.received_at DESC, f.number DESC LIMIT $1`,
    [limit],
  );
  return rows.map(toFile);
}

/** Over every file that was kept. */
export async function sumCarried(
  queries: Queries,
): Promise<{ readonly acknowledged: number; readonly rejected: number }> {
  const [row] = await queries.query(
    'SELECT coalesce(sum(acknowledged), 0) AS acknowledged, coalesce(sum(rejected), 0) AS rejected FROM carried_files',
  );
  return { acknowledged: Number(row?.acknowledged), rejected: Number(row?.rejected) };
}
