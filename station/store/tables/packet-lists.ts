import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { OutboxItem, OutboxShow, PacketState } from '../../../contract/domain/outbox.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { cutPage, type Page, readCursor } from '../page.ts';
import { forgetBundle } from './packet-bundles.ts';

const ITEM = `counter, packet_id AS packetId, tracking_code AS trackingCode, service_key AS serviceKey, state,
  byte_length AS byteLength, bundle_byte_length AS bundleByteLength, tries AS attempts, reason, created_at AS createdAt,
  delivered_at AS deliveredAt`;

export interface PacketRow extends Omit<OutboxItem, 'reason' | 'sentBytes' | 'nextAttemptAt'> {
  readonly reason: string | null;
  readonly bundleByteLength: number;
}

type CountedRow = PacketRow & { readonly counter: number };

/** States of each list; null for every state. */
const STATES: Readonly<Record<OutboxShow, readonly PacketState[] | null>> = {
  all: null,
  waiting: ['sealed', 'core-sent'],
  sending: ['sending'],
  delivered: ['delivered'],
  quarantined: ['quarantined'],
};

export const ALL_PACKETS = `SELECT ${ITEM} FROM packets WHERE counter < ? ORDER BY counter DESC LIMIT ?`;
export const PACKETS_IN = `SELECT ${ITEM} FROM packets WHERE state = ? AND counter < ? ORDER BY counter DESC LIMIT ?`;

/** Newest first. `after` is the `next` of the page before; anything else reads from the start. */
export function outboxPage(
  database: ReadableDatabase,
  show: OutboxShow,
  after: string | null,
  limit: number,
): Page<PacketRow> {
  const [below = Number.MAX_SAFE_INTEGER] = readCursor(after, 1) ?? [];
  const states = STATES[show];
  const rows =
    states === null
      ? database.all<CountedRow>(ALL_PACKETS, below, limit + 1)
      : states.flatMap((state) => database.all<CountedRow>(PACKETS_IN, state, below, limit + 1));
  const newestFirst = rows.sort((one, other) => other.counter - one.counter).slice(0, limit + 1);
  return cutPage(newestFirst, limit, (row) => String(row.counter), withoutCounter);
}

export function outboxItem(database: ReadableDatabase, packetId: string): PacketRow | null {
  const row = database.get<CountedRow>(`SELECT ${ITEM} FROM packets WHERE packet_id = ?`, packetId);
  return row === undefined ? null : withoutCounter(row);
}

function withoutCounter({ counter: _, ...row }: CountedRow): PacketRow {
  return row;
}

export interface OutboxTotals {
  readonly waiting: number;
  /** Those of `waiting` whose core central does not have. */
  readonly waitingCores: number;
  readonly underWay: number;
  readonly waitingBytes: number;
  readonly delivered: number;
  readonly quarantined: number;
  readonly oldestWaitingAt: Instant | null;
}

/** Costs the same however long the history is. */
export function outboxTotals(database: ReadableDatabase): OutboxTotals {
  const rows = database.all<{ state: PacketState; packets: number; bytes: number }>(
    'SELECT state, packets, bytes FROM packet_totals',
  );
  const waiting = rows.filter(({ state }) => state !== 'delivered' && state !== 'quarantined');
  const count = (wanted: PacketState) => rows.find(({ state }) => state === wanted)?.packets ?? 0;
  const oldest = waiting.flatMap(({ state }) => oldestIn(database, state) ?? []);
  return {
    waiting: waiting.reduce((sum, { packets }) => sum + packets, 0),
    waitingCores: count('sealed'),
    underWay: count('sending'),
    waitingBytes: waiting.reduce((sum, { bytes }) => sum + bytes, 0),
    delivered: count('delivered'),
    quarantined: count('quarantined'),
    oldestWaitingAt: oldest.length === 0 ? null : Math.min(...oldest),
  };
}

function oldestIn(database: ReadableDatabase, state: PacketState): Instant | null {
  const row = database.get<{ createdAt: Instant }>(
    'SELECT created_at AS createdAt FROM packets WHERE state = ? ORDER BY counter LIMIT 1',
    state,
  );
  return row?.createdAt ?? null;
}

/** Delivered packets that could be sent again, oldest counter first, after the counter given. */
export function keptPackets(
  database: ReadableDatabase,
  after: number,
  limit: number,
): { readonly counter: number; readonly packetId: string }[] {
  return database.all(
    `SELECT counter, packet_id AS packetId FROM packets
     WHERE state = 'delivered' AND counter > ? AND sealed IS NOT NULL ORDER BY counter LIMIT ?`,
    after,
    limit,
  );
}

/**
 * Forgets what travelled of at most `limit` packets acknowledged before `before`; tracking code, hash, state and
 * acknowledgement stay. Answers how many.
 */
export function purgeDelivered(database: WritableDatabase, before: Instant, limit: number): number {
  const rows = database.all<{ packetId: string }>(
    `SELECT packet_id AS packetId FROM packets INDEXED BY packets_kept
     WHERE state = 'delivered' AND sealed IS NOT NULL AND delivered_at < ? LIMIT ?`,
    before,
    limit,
  );
  for (const { packetId } of rows) {
    forgetBundle(database, packetId);
    database.run('UPDATE packets SET sealed = NULL WHERE packet_id = ?', packetId);
  }
  return rows.length;
}
