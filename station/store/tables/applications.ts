import type { ApplicationStatus } from '../../../contract/domain/application-status.ts';
import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { cutPage, type Page, readCursor } from '../page.ts';

export interface ApplicationRow {
  readonly id: string;
  readonly trackingCode: string;
  readonly serviceKey: string;
  readonly maskedName: string;
  readonly revision: number;
  readonly packetId: string;
  /** JSON of field key to value, for a correction. */
  readonly values: string;
  readonly ticketNumber: string | null;
  readonly stageKey: string;
  readonly stageSince: Instant;
  readonly remark: string | null;
  /** JSON of field key to remark. */
  readonly fieldRemarks: string;
  /** 1 while it waits for a correction. */
  readonly returned: 0 | 1;
  readonly appointmentAt: Instant | null;
  readonly appointmentPlace: string | null;
  readonly submittedAt: Instant;
}

const APPLICATION = `id, tracking_code AS trackingCode, service_key AS serviceKey, masked_name AS maskedName, revision,
  packet_id AS packetId, field_values AS "values", ticket_number AS ticketNumber, stage_key AS stageKey,
  stage_since AS stageSince, remark, field_remarks AS fieldRemarks, returned, appointment_at AS appointmentAt,
  appointment_place AS appointmentPlace, submitted_at AS submittedAt`;

export function readApplication(database: ReadableDatabase, id: string): ApplicationRow | null {
  return database.get<ApplicationRow>(`SELECT ${APPLICATION} FROM applications WHERE id = ?`, id) ?? null;
}

/** The id of the application with this tracking code; null when there is none. */
export function applicationIdOf(database: ReadableDatabase, trackingCode: string): string | null {
  return (
    database.get<{ id: string }>('SELECT id FROM applications WHERE tracking_code = ?', trackingCode)?.id ??
    null
  );
}

export function isTrackingCodeTaken(database: ReadableDatabase, trackingCode: string): boolean {
  return applicationIdOf(database, trackingCode) !== null;
}

/** The first revision, or the next one in place of the one before. */
export function putApplication(database: WritableDatabase, row: ApplicationRow): void {
  database.run(
    `INSERT INTO applications (id, tracking_code, service_key, masked_name, revision, packet_id, field_values,
       ticket_number, stage_key, stage_since, remark, field_remarks, returned, appointment_at, appointment_place,
       submitted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET masked_name = excluded.masked_name, revision = excluded.revision,
       packet_id = excluded.packet_id, field_values = excluded.field_values, stage_key = excluded.stage_key,
       stage_since = excluded.stage_since, remark = excluded.remark, field_remarks = excluded.field_remarks,
       returned = excluded.returned, appointment_at = excluded.appointment_at,
       appointment_place = excluded.appointment_place, submitted_at = excluded.submitted_at`,
    row.id,
    row.trackingCode,
    row.serviceKey,
    row.maskedName,
    row.revision,
    row.packetId,
    row.values,
    row.ticketNumber,
    row.stageKey,
    row.stageSince,
    row.remark,
    row.fieldRemarks,
    row.returned,
    row.appointmentAt,
    row.appointmentPlace,
    row.submittedAt,
  );
}

export function setStatus(database: WritableDatabase, status: ApplicationStatus, returned: boolean): void {
  database.run(
    `UPDATE applications SET stage_key = ?, stage_since = ?, remark = ?, field_remarks = ?, returned = ?,
       appointment_at = ?, appointment_place = ? WHERE id = ?`,
    status.stageKey,
    status.since,
    status.remark,
    JSON.stringify(status.fieldRemarks),
    returned ? 1 : 0,
    status.appointment?.at ?? null,
    status.appointment?.place ?? null,
    status.applicationId,
  );
}

export const ALL_APPLICATIONS = `SELECT ${APPLICATION}, sequence FROM applications
  WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`;
export const RETURNED_APPLICATIONS = `SELECT ${APPLICATION}, sequence FROM applications
  WHERE returned = 1 AND sequence < ? ORDER BY sequence DESC LIMIT ?`;

/** Newest first. */
export function applicationPage(
  database: ReadableDatabase,
  returnedOnly: boolean,
  after: string | null,
  limit: number,
): Page<ApplicationRow> {
  const [sequence] = readCursor(after, 1) ?? [];
  const rows = database.all<ApplicationRow & { sequence: number }>(
    returnedOnly ? RETURNED_APPLICATIONS : ALL_APPLICATIONS,
    sequence ?? Number.MAX_SAFE_INTEGER,
    limit + 1,
  );
  return cutPage(
    rows,
    limit,
    (row) => String(row.sequence),
    ({ sequence: _, ...row }) => row,
  );
}
