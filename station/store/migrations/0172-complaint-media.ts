import type { SchemaDatabase } from '../database.ts';

/**
 * Pictures and voice notes of complaints, in pieces as they came. Until the complaint is sent they are nobody's
 * (`sent_at` is null), and may be deleted at any time.
 */
export function addComplaintMedia(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE complaint_media (
      id TEXT NOT NULL PRIMARY KEY,
      complaint_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('picture', 'voice')),
      content_type TEXT NOT NULL,
      byte_length INTEGER NOT NULL,
      pieces INTEGER NOT NULL,
      consented_at INTEGER NOT NULL,
      sent_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX complaint_media_complaint ON complaint_media (complaint_id, id);
    CREATE INDEX complaint_media_unsent ON complaint_media (consented_at) WHERE sent_at IS NULL;

    CREATE TABLE complaint_media_pieces (
      media_id TEXT NOT NULL REFERENCES complaint_media (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (media_id, place)
    ) STRICT;
  `);
}
