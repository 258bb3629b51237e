import type { CameraCondition } from '../../../contract/domain/camera.ts';
import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface CitizenCameraRow {
  readonly condition: CameraCondition;
  readonly since: Instant;
}

/** Null until the citizens' face told of its camera once. */
export function readCitizenCamera(database: ReadableDatabase): CitizenCameraRow | null {
  return database.get<CitizenCameraRow>('SELECT condition, since FROM citizen_camera') ?? null;
}

export function writeCitizenCamera(database: WritableDatabase, { condition, since }: CitizenCameraRow): void {
  database.run(
    `INSERT INTO citizen_camera (one, condition, since) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET condition = excluded.condition, since = excluded.since`,
    condition,
    since,
  );
}
