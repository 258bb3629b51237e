import type { SchemaDatabase } from '../database.ts';

/**
 * What of the pictures and voice notes central has, by the states of packets. `seal` is the key and nonce of the ciphertext, which is made
 * again from them each time; it is null until that is done once. What was sent before there was this table waits too.
 */
export function addMediaOutbox(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE media_outbox (
      sequence INTEGER PRIMARY KEY,
      media_id TEXT NOT NULL UNIQUE REFERENCES complaint_media (id),
      complaint_id TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'sealed'
        CHECK (state IN ('sealed', 'core-sent', 'sending', 'delivered', 'quarantined')),
      seal BLOB,
      sha256 TEXT,
      bundle_byte_length INTEGER,
      tries INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      acknowledgement TEXT,
      delivered_at INTEGER,
      kept INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX media_outbox_unsealed ON media_outbox (sequence) WHERE seal IS NULL;
    CREATE INDEX media_outbox_waiting ON media_outbox (state, tries, sequence) WHERE state <> 'delivered';
    CREATE INDEX media_outbox_kept ON media_outbox (delivered_at) WHERE state = 'delivered' AND kept = 1;

    INSERT INTO media_outbox (media_id, complaint_id)
    SELECT id, complaint_id FROM complaint_media WHERE sent_at IS NOT NULL ORDER BY sent_at, id;
  `);
}
