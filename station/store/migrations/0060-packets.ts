import type { SchemaDatabase } from '../database.ts';

/** The outbox: packets, their bundles apart so that lists never touch them, and totals that cost the same at any age. */
export function addPackets(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE packet_counter (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      last INTEGER NOT NULL
    ) STRICT;
    INSERT INTO packet_counter VALUES (1, 0);

    CREATE TABLE packets (
      counter INTEGER PRIMARY KEY,
      packet_id TEXT NOT NULL UNIQUE,
      application_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      tracking_code TEXT NOT NULL,
      service_key TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sealed', 'core-sent', 'sending', 'delivered', 'quarantined')),
      tries INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      sha256 TEXT NOT NULL,
      bundle_byte_length INTEGER NOT NULL,
      byte_length INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      delivered_at INTEGER,
      acknowledgement TEXT,
      sealed TEXT,
      UNIQUE (application_id, revision)
    ) STRICT;
    CREATE INDEX packets_next ON packets (state, tries, counter);
    CREATE INDEX packets_oldest ON packets (state, counter);
    CREATE INDEX packets_kept ON packets (delivered_at) WHERE state = 'delivered' AND sealed IS NOT NULL;

    CREATE TABLE packet_bundles (
      packet_id TEXT PRIMARY KEY REFERENCES packets (packet_id) ON DELETE CASCADE,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE packet_totals (
      state TEXT PRIMARY KEY,
      packets INTEGER NOT NULL DEFAULT 0,
      bytes INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    INSERT INTO packet_totals (state)
      VALUES ('sealed'), ('core-sent'), ('sending'), ('delivered'), ('quarantined');

    CREATE TRIGGER packets_added AFTER INSERT ON packets BEGIN
      UPDATE packet_totals SET packets = packets + 1, bytes = bytes + NEW.byte_length WHERE state = NEW.state;
    END;
    CREATE TRIGGER packets_moved AFTER UPDATE OF state ON packets WHEN OLD.state <> NEW.state BEGIN
      UPDATE packet_totals SET packets = packets - 1, bytes = bytes - OLD.byte_length WHERE state = OLD.state;
      UPDATE packet_totals SET packets = packets + 1, bytes = bytes + NEW.byte_length WHERE state = NEW.state;
    END;
    CREATE TRIGGER packets_removed AFTER DELETE ON packets BEGIN
      UPDATE packet_totals SET packets = packets - 1, bytes = bytes - OLD.byte_length WHERE state = OLD.state;
    END;
  `);
}
