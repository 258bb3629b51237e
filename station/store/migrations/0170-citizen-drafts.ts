import type { SchemaDatabase } from '../database.ts';

/**
 * What a citizen fills in alone. It stands apart from the officers' drafts, so that no list, count or command of theirs
 * meets it, until a ticket takes it along; otherwise it is deleted whole.
 */
export function addCitizenDrafts(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE citizen_drafts (
      id TEXT NOT NULL PRIMARY KEY,
      service_key TEXT NOT NULL,
      catalog_version INTEGER NOT NULL REFERENCES catalogs (version),
      field_values TEXT NOT NULL,
      document_answers TEXT NOT NULL,
      saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE citizen_pictures (
      id TEXT NOT NULL UNIQUE,
      draft_id TEXT NOT NULL REFERENCES citizen_drafts (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      media_type TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      byte_length INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      captured_at INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      UNIQUE (draft_id, kind)
    ) STRICT;

    ALTER TABLE drafts ADD COLUMN document_answers TEXT NOT NULL DEFAULT '{}';
  `);
}
