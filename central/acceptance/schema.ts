import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate, migrations, NewerDatabaseError } from '../database/migrate.ts';
import { createMonth, createMonths, MONTHLY_TABLES, monthAfter, monthOf } from '../database/months.ts';
import type { OpenDatabase } from '../testing/open-database.ts';

/** Tables that belong to no station: small ones every node holds whole, and the directory, distributed by its own key. */
const NOT_OF_A_STATION: readonly string[] = [
  'schema_version',
  'central_keys',
  'catalogs',
  'enrolment_codes',
  'stations',
  'directory',
  'officers',
  'officer_sessions',
  'early_attachments',
];

/** The tables' shape: distributable by station, partitioned by station and month, brought up from every version. */
export function describeSchema(openDatabase: OpenDatabase): void {
  describe('schema', () => {
    async function open() {
      const database = await openDatabase();
      onTestFinished(async () => await database.close());
      return database;
    }

    test('every unique key of a table that belongs to a station begins with the station', async () => {
      const database = await open();
      await migrate(database);
      const keys = await database.query(
        `SELECT t.relname AS table, i.relname AS key,
           array(SELECT a.attname::text FROM unnest(x.indkey) WITH ORDINALITY k(number, place)
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number ORDER BY k.place) AS columns
         FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
         JOIN pg_namespace n ON n.oid = t.relnamespace
         WHERE x.indisunique AND n.nspname = 'public' AND NOT t.relispartition`,
      );
      const ofStations = keys.filter((row) => !NOT_OF_A_STATION.includes(String(row.table)));
      expect(ofStations.length).toBeGreaterThan(6);
      for (const { table, key, columns } of ofStations) {
        expect({ table, key, first: (columns as string[])[0] }).toEqual({ table, key, first: 'station_id' });
      }
    });

    test('partitions are of one level, and a month is read from its own alone', async () => {
      const database = await open();
      await migrate(database);
      await createMonth(database, 202_611);
      await createMonth(database, 202_612);
      const nested = await database.query(
        "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'p'",
      );
      expect(nested).toEqual([]);
      const plan = JSON.stringify(
        await database.query("EXPLAIN SELECT * FROM packets WHERE station_id = 's' AND month = 202612"),
      );
      expect(plan).toContain('packets_202612');
      expect(plan).not.toContain('packets_202611');
      const work = JSON.stringify(
        await database.query("EXPLAIN SELECT * FROM applications WHERE station_id = 's'"),
      );
      expect(work.match(/applications_\d/g)?.length).toBeLessThanOrEqual(3);
    });

    test('the work list is read along its index, not sorted', async () => {
      const database = await open();
      await migrate(database);
      const plan = await database.transaction(async (queries) => {
        await queries.query('SET LOCAL enable_seqscan = off');
        return JSON.stringify(
          await queries.query(
            `EXPLAIN SELECT * FROM applications a WHERE a.stage_key = 'received'
             AND (a.received_at, a.id) < (1, '01890000-0000-7000-8000-000000000000')
             ORDER BY a.received_at DESC, a.id DESC LIMIT 26`,
          ),
        );
      });
      expect(plan).toContain('Merge Append');
      expect(plan).not.toContain('"Sort');
    });

    test('a month that many want at once is made once', async () => {
      const database = await open();
      await migrate(database);
      const december = Date.UTC(2027, 11, 31, 23, 59, 59, 999);
      await Promise.all(Array.from({ length: 5 }, () => createMonths(database).ensure(december)));
      const made = await database.query(
        "SELECT relname FROM pg_class WHERE relname ~ '_20(2712|2801)$' AND relkind = 'r'",
      );
      expect(made).toHaveLength(2 * MONTHLY_TABLES.length);
      expect([monthOf(december), monthOf(december + 1), monthAfter(202_712)]).toEqual([
        202_712, 202_801, 202_801,
      ]);
    });

    test('a database of the first version keeps its packets, stages and pictures', async () => {
      const database = await open();
      await migrate(database, migrations.slice(0, 1));
      const [packet, application, picture] = ['1', '2', '3'].map(
        (end) => `01890000-0000-7000-8000-00000000000${end}`,
      );
      const received = Date.UTC(2026, 9, 31, 23, 30);
      await database.query(
        `INSERT INTO stations (id, name, signing_key, enrolled_at, change_position) VALUES ('s', 'Balai Spesimen', '{}', 1, 7)`,
      );
      await database.query(
        `INSERT INTO packets VALUES ($1, 's', 4, $2, 1, 'abc', '{"application": {"values": {"address.village": "18.04.04.2002"}}}', 9, 'signed', $3)`,
        [packet, application, received],
      );
      await database.query(
        `INSERT INTO attachments VALUES ($1, $2, 'photo', 'image/png', 'def', '\\x0102')`,
        [packet, picture],
      );
      await database.query(
        `INSERT INTO applications VALUES ($1, 'LB-0000-0000-0', 's', 'service', 1, $2, 'ready', $3, NULL, '{}', $3, 7)`,
        [application, packet, received],
      );
      await migrate(database);
      const [row] = await database.query(
        `SELECT a.village_code, a.month, a.stage_key, r.counter, r.acknowledgement, p.content, f.position, e.bytes
         FROM applications a JOIN directory d ON d.name = a.tracking_code AND d.application_id = a.id
         JOIN packet_receipts r ON r.station_id = a.station_id AND r.packet_id = a.packet_id
         JOIN packets p ON p.station_id = a.station_id AND p.month = a.month AND p.packet_id = a.packet_id
         JOIN station_feeds f ON f.station_id = a.station_id JOIN early_attachments e ON e.packet_id = a.packet_id`,
      );
      expect(row).toMatchObject({
        village_code: '18.04.04.2002',
        month: 202_610,
        stage_key: 'ready',
        acknowledgement: 'signed',
      });
      expect([Number(row?.counter), Number(row?.position), [...((row?.bytes ?? []) as Uint8Array)]]).toEqual([
        4,
        7,
        [1, 2],
      ]);
      expect(await database.query('SELECT 1 FROM stage_events')).toHaveLength(1);
    });

    test('two copies that start at once migrate once; a newer database is left alone', async () => {
      const database = await open();
      await Promise.all([migrate(database), migrate(database)]);
      await database.query('UPDATE schema_version SET number = 9999');
      await expect(migrate(database)).rejects.toThrow(NewerDatabaseError);
    });
  });
}
