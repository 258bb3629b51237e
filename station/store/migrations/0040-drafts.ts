import type { SchemaDatabase } from '../database.ts';

/**
 * Drafts. All values of a draft are one JSON text in its row, so that saving a field writes one row of a few kB and one
 * index entry: fewer pages, and so a cheaper commit, than a row per field. Pictures stand in their own table so that
 * saving a field never copies them.
 */
export function addDrafts(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE drafts (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      service_key TEXT NOT NULL,
      catalog_version INTEGER NOT NULL REFERENCES catalogs (version),
      ticket_id TEXT,
      ticket_number TEXT,
      corrects_application_id TEXT,
      officer_id TEXT,
      revision INTEGER NOT NULL,
      field_values TEXT NOT NULL,
      left_for_office TEXT NOT NULL,
      remarks TEXT NOT NULL,
      current_step TEXT NOT NULL,
      full_name TEXT NOT NULL,
      consent_given_at INTEGER,
      created_at INTEGER NOT NULL,
      saved_at INTEGER NOT NULL,
      discarded_at INTEGER
    ) STRICT;

    CREATE INDEX drafts_kept ON drafts (saved_at, sequence) WHERE discarded_at IS NULL;
    CREATE INDEX drafts_discarded ON drafts (discarded_at) WHERE discarded_at IS NOT NULL;
    CREATE UNIQUE INDEX drafts_correcting ON drafts (corrects_application_id)
      WHERE corrects_application_id IS NOT NULL AND discarded_at IS NULL;

    CREATE TRIGGER drafts_added AFTER INSERT ON drafts BEGIN
      UPDATE counts SET value = value + 1 WHERE name = 'drafts';
    END;
    CREATE TRIGGER drafts_discarded_or_restored AFTER UPDATE OF discarded_at ON drafts
    WHEN (old.discarded_at IS NULL) <> (new.discarded_at IS NULL) BEGIN
      UPDATE counts SET value = value + iif(new.discarded_at IS NULL, 1, -1) WHERE name = 'drafts';
    END;
    CREATE TRIGGER drafts_removed AFTER DELETE ON drafts WHEN old.discarded_at IS NULL BEGIN
      UPDATE counts SET value = value - 1 WHERE name = 'drafts';
    END;

    CREATE TABLE draft_attachments (
      id TEXT NOT NULL UNIQUE,
      draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
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
  `);
}
