import type { ComplaintState } from '../../contract/domain/complaint.ts';
import type { Queries, Row } from '../database/database.ts';
import { nextChangePosition } from '../packets/applications.ts';

export interface ReceivedComplaint {
  readonly stationId: string;
  readonly stationName: string;
  /** Kemendagri code of the kiosk's pekon; null where the office did not say. */
  readonly villageCode: string | null;
  readonly id: string;
  readonly code: string;
  readonly kind: 'complaint' | 'suggestion';
  readonly text: string;
  readonly sentAt: number;
  readonly villageAnswer: string | null;
  readonly state: ComplaintState;
  readonly answer: string | null;
  readonly stateAt: number;
  /** Of the last change: another one means that somebody was faster. */
  readonly changePosition: number;
}

function toComplaint(row: Row): ReceivedComplaint {
  return {
    stationId: String(row.station_id),
    stationName: String(row.name),
    villageCode: typeof row.village_code === 'string' ? row.village_code : null,
    id: String(row.id),
    code: String(row.code),
    kind: row.kind === 'suggestion' ? 'suggestion' : 'complaint',
    text: String(row.text),
    sentAt: Number(row.sent_at),
    villageAnswer: typeof row.village_answer === 'string' ? row.village_answer : null,
    state: row.state === 'answered' || row.state === 'in-progress' ? row.state : 'received',
    answer: typeof row.answer === 'string' ? row.answer : null,
    stateAt: Number(row.state_at),
    changePosition: Number(row.change_position),
  };
}

/** Those the office has not answered first, each group from the oldest on. */
export async function listComplaints(queries: Queries, limit: number): Promise<ReceivedComplaint[]> {
  const rows = await queries.query(
    `SELECT c.*, s.name, s.village_code FROM complaints c JOIN stations s ON s.id = c.station_id
     ORDER BY (c.state = 'answered'), CASE WHEN c.state = 'answered' THEN -c.sent_at ELSE c.sent_at END, c.id LIMIT $1`,
    [limit],
  );
  return rows.map(toComplaint);
}

export async function countOpen(queries: Queries): Promise<number> {
  const [row] = await queries.query("SELECT count(*) AS open FROM complaints WHERE state <> 'answered'");
  return Number(row?.open);
}

export interface ComplaintChange {
  readonly stationId: string;
  readonly id: string;
  readonly state: ComplaintState;
  /** Null keeps none. */
  readonly answer: string | null;
  readonly officerName: string;
  /** `changePosition` of what the officer saw. */
  readonly seen: number;
}

/** Sets how far the office is, which goes down to the kiosk. Inside the caller's transaction. */
export async function setComplaintState(
  queries: Queries,
  { stationId, id, state, answer, officerName, seen }: ComplaintChange,
  now: number,
): Promise<'set' | 'changed-meanwhile'> {
  const [row] = await queries.query(
    'SELECT change_position FROM complaints WHERE station_id = $1 AND id = $2 FOR UPDATE',
    [stationId, id],
  );
  if (Number(row?.change_position) !== seen) return 'changed-meanwhile';
  const position = await nextChangePosition(queries, stationId);
  await queries.query(
    `UPDATE complaints SET state = $3, answer = $4, state_at = $5, officer_name = $6, change_position = $7
     WHERE station_id = $1 AND id = $2`,
    [stationId, id, state, answer, now, officerName, position],
  );
  return 'set';
}
