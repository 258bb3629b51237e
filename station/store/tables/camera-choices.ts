import type { CameraChoice } from '../../../contract/domain/camera.ts';
import type { Face } from '../../../contract/shell/face.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export function readCameraChoices(database: ReadableDatabase, face: Face): CameraChoice[] {
  return database
    .all<Omit<CameraChoice, 'still'> & { still: 0 | 1 }>(
      'SELECT purpose, label, place, turns, still FROM camera_choices WHERE face = ? ORDER BY purpose',
      face,
    )
    .map((row) => ({ ...row, still: row.still === 1 }));
}

/** Replaces what was chosen for the same purpose. */
export function writeCameraChoice(database: WritableDatabase, face: Face, choice: CameraChoice): void {
  database.run(
    `INSERT INTO camera_choices (face, purpose, label, place, turns, still) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (face, purpose) DO UPDATE
     SET label = excluded.label, place = excluded.place, turns = excluded.turns, still = excluded.still`,
    face,
    choice.purpose,
    choice.label,
    choice.place,
    choice.turns,
    choice.still ? 1 : 0,
  );
}
