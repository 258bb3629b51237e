import { z } from 'zod';
import { type Application, applicationSchema } from '../../contract/domain/application.ts';
import type { ApplicationStatus } from '../../contract/domain/application-status.ts';
import type { Queries } from '../database/database.ts';
import { readStatus } from '../downlink/changes.ts';
import { findInDirectory } from '../packets/applications.ts';

const PAGE = 25;
const DAY_MILLISECONDS = 24 * 60 * 60_000;

export interface WorkListRow {
  readonly id: string;
  readonly trackingCode: string;
  readonly fullName: string;
  readonly serviceKey: string;
  readonly stageKey: string;
  readonly villageCode: string;
  readonly stationName: string;
  readonly receivedAt: number;
}

export interface WorkListFilter {
  /** Stages to show; an empty list shows all. */
  readonly stages: readonly string[];
  /** Kemendagri code of a pekon, or of a kecamatan for all its pekon. */
  readonly village?: string | undefined;
  readonly service?: string | undefined;
  /** Waiting for more than this many days. */
  readonly olderThanDays?: number | undefined;
  readonly oldestFirst: boolean;
  /** Where the page before ended. */
  readonly after?: string | undefined;
}

const cursorSchema = z.tuple([z.coerce.number().int(), z.uuid()]);

function readCursor(after: string | undefined): readonly [number, string] | null {
  const cursor = cursorSchema.safeParse(after?.split('_'));
  return cursor.success ? cursor.data : null;
}

/** Conditions with their parameters, so that each is named once. */
function conditionsOf(filter: WorkListFilter, now: number): { where: string; parameters: unknown[] } {
  const conditions: string[] = [];
  const parameters: unknown[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  if (filter.stages.length > 0) add((at) => `a.stage_key = ANY(${at})`, [...filter.stages]);
  if (filter.village)
    add((at) => `(a.village_code = ${at} OR starts_with(a.village_code, ${at} || '.'))`, filter.village);
  if (filter.service) add((at) => `a.service_key = ${at}`, filter.service);
  if (filter.olderThanDays) {
    add((at) => `a.first_received_at < ${at}`, now - filter.olderThanDays * DAY_MILLISECONDS);
  }
  const cursor = readCursor(filter.after);
  if (cursor) {
    const sign = filter.oldestFirst ? '>' : '<';
    parameters.push(...cursor);
    conditions.push(
      `(a.received_at, a.id) ${sign} ($${parameters.length - 1}::bigint, $${parameters.length}::uuid)`,
    );
  }
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', parameters };
}

/** A page of received applications, by key: what arrives meanwhile moves nothing. */
export async function listApplications(
  queries: Queries,
  filter: WorkListFilter,
  now: number,
): Promise<{ rows: WorkListRow[]; next: string | null }> {
  const { where, parameters } = conditionsOf(filter, now);
  const direction = filter.oldestFirst ? 'ASC' : 'DESC';
  const rows = await queries.query(
    `SELECT a.id, a.tracking_code, a.service_key, a.stage_key, a.received_at, a.village_code, s.name AS station_name,
       p.content -> 'application' -> 'values' ->> 'identity.fullName' AS full_name
     FROM (SELECT * FROM applications a ${where} ORDER BY a.received_at ${direction}, a.id ${direction} LIMIT ${PAGE + 1}) a
     JOIN stations s ON s.id = a.station_id
     JOIN packets p ON p.station_id = a.station_id AND p.month = a.month AND p.packet_id = a.packet_id
     ORDER BY a.received_at ${direction}, a.id ${direction}`,
    parameters,
  );
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: String(row.id),
      trackingCode: String(row.tracking_code),
      fullName: String(row.full_name ?? ''),
      serviceKey: String(row.service_key),
      stageKey: String(row.stage_key),
      villageCode: String(row.village_code),
      stationName: String(row.station_name),
      receivedAt: Number(row.received_at),
    })),
    next: last && rows.length > PAGE ? `${Number(last.received_at)}_${String(last.id)}` : null,
  };
}

export interface ReceivedApplication {
  readonly application: Application;
  readonly status: ApplicationStatus;
  readonly stationName: string;
  readonly receivedAt: number;
  /** Changes with everything that happens to it, see `StageChange.seen`. */
  readonly changePosition: number;
  /** Attachments whose bytes have arrived. */
  readonly arrived: ReadonlySet<string>;
}

/** One application as central holds it, or null. */
export async function findApplication(queries: Queries, id: string): Promise<ReceivedApplication | null> {
  const place = await findInDirectory(queries, id);
  if (!place) return null;
  const [row] = await queries.query(
    `SELECT a.*, s.name AS station_name, r.acknowledgement, p.content -> 'application' AS application FROM applications a
     JOIN stations s ON s.id = a.station_id
     JOIN packet_receipts r ON r.station_id = a.station_id AND r.packet_id = a.packet_id
     JOIN packets p ON p.station_id = a.station_id AND p.month = a.month AND p.packet_id = a.packet_id
     WHERE a.station_id = $1 AND a.id = $2`,
    [place.stationId, place.applicationId],
  );
  if (!row) return null;
  const application = applicationSchema.parse(row.application);
  return {
    application,
    status: readStatus(row),
    stationName: String(row.station_name),
    receivedAt: Number(row.received_at),
    changePosition: Number(row.change_position),
    // A packet is acknowledged once its bundle is here, and a bundle comes whole.
    arrived: new Set(
      row.acknowledgement === null ? [] : application.attachments.map((attachment) => attachment.id),
    ),
  };
}

/** Every application as central holds it, for export and for counting. */
export async function exportApplications(queries: Queries): Promise<ReceivedApplication[]> {
  const rows = await queries.query('SELECT id FROM applications ORDER BY received_at, id');
  const found: ReceivedApplication[] = [];
  for (const { id } of rows) {
    const application = await findApplication(queries, String(id));
    if (application) found.push(application);
  }
  return found;
}
