import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { outboxShowSchema, type PacketState } from '../../../contract/domain/outbox.ts';
import { openTestStore, queryPlan, type TestStore } from '../test-store.ts';
import { neededSegments } from './packet-bundles.ts';
import { ALL_PACKETS, outboxPage, outboxTotals, PACKETS_IN, purgeDelivered } from './packet-lists.ts';
import {
  deliveryOf,
  insertPacket,
  type NewPacket,
  nextCounter,
  nextPackets,
  sealedOf,
  setDelivered,
  setPacketState,
  setTries,
} from './packets.ts';

const AT = 1_795_484_400_000;

function openStore(): TestStore {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  return store;
}

function newPacket(counter: number, bundleBytes = 0): NewPacket {
  const core = {
    packetId: v7(),
    applicationId: v7(),
    revision: 1,
    sha256: 'ab'.repeat(32),
    sealed: 'sealed',
    bundleByteLength: bundleBytes,
  };
  const bundle = bundleBytes === 0 ? null : { segment: counter, offset: 0, byteLength: bundleBytes };
  return { core, counter, bundle, trackingCode: 'LB-0000-0000-0', serviceKey: 'service' };
}

function add(store: TestStore, bundleBytes = 0): NewPacket {
  return store.transaction((database) => {
    const packet = newPacket(nextCounter(database), bundleBytes);
    insertPacket(database, packet, AT);
    return packet;
  });
}

test('a counter is never given twice, not even by a transaction that failed after a restart', () => {
  const store = openStore();
  const first = add(store).counter;
  store.reopen();
  expect(add(store).counter).toBe(first + 1);
});

test('an application has one packet a revision', () => {
  const store = openStore();
  const packet = add(store);
  const again = newPacket(99);
  const same = { ...again, core: { ...again.core, applicationId: packet.core.applicationId } };
  expect(() => store.transaction((database) => insertPacket(database, same, AT))).toThrow();
  expect(deliveryOf(store.read, packet.core.applicationId)).toBe('sealed');
  expect(deliveryOf(store.read, v7())).toBeNull();
});

test('those that failed least come first', () => {
  const store = openStore();
  const packets = [add(store), add(store), add(store)];
  const [first] = packets;
  store.transaction((database) => setTries(database, first?.core.packetId ?? '', 2));
  const order = nextPackets(store.read, 'sealed', 10).map(({ packetId }) => packetId);
  expect(order).toEqual([packets[1], packets[2], packets[0]].map((packet) => packet?.core.packetId));
});

test('totals are what counting would find, whatever moves', () => {
  const store = openStore();
  const packets = [add(store, 10), add(store), add(store, 500)];
  const states = fc.constantFrom<PacketState>('sealed', 'core-sent', 'sending', 'delivered', 'quarantined');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), states), { maxLength: 6 }), (moves) => {
      store.transaction((database) => {
        for (const [place, state] of moves)
          setPacketState(database, packets[place]?.core.packetId ?? '', state, null);
      });
      const counted = store.read.all<{ state: string; packets: number; bytes: number }>(
        'SELECT state, count(*) AS packets, sum(byte_length) AS bytes FROM packets GROUP BY state ORDER BY state',
      );
      const kept = store.read.all(
        'SELECT state, packets, bytes FROM packet_totals WHERE packets > 0 ORDER BY state',
      );
      expect(kept).toEqual(counted);
    }),
    { numRuns: 30 },
  );
});

test('pages meet without a gap while packets are added', () => {
  const store = openStore();
  for (let n = 0; n < 5; n += 1) add(store);
  const first = outboxPage(store.read, 'all', null, 3);
  add(store);
  const second = outboxPage(store.read, 'waiting', first.next, 3);
  expect([...first.rows, ...second.rows].map(({ packetId }) => packetId).length).toBe(5);
  expect(new Set([...first.rows, ...second.rows].map(({ packetId }) => packetId)).size).toBe(5);
  expect(second.next).toBeNull();
});

test('a purge forgets what travelled and keeps that it arrived', () => {
  const store = openStore();
  const { packetId } = add(store, 100).core;
  add(store, 100);
  expect(neededSegments(store.read)).toEqual(new Set([1, 2]));
  store.transaction((database) => setDelivered(database, packetId, 'token', AT));
  expect(store.transaction((database) => purgeDelivered(database, AT, 10))).toBe(0);
  expect(store.transaction((database) => purgeDelivered(database, AT + 1, 10))).toBe(1);
  expect(sealedOf(store.read, packetId)).toBeNull();
  expect(neededSegments(store.read)).toEqual(new Set([2]));
  expect(outboxTotals(store.read)).toMatchObject({ delivered: 1, waiting: 1, oldestWaitingAt: AT });
});

test('hot queries use their index', () => {
  const store = openStore();
  const plan = (sql: string, ...parameters: (string | number)[]) => queryPlan(store, sql, ...parameters);
  const next = plan(
    'SELECT packet_id FROM packets WHERE state = ? ORDER BY tries, counter LIMIT ?',
    'sealed',
    9,
  );
  expect(next).toContain('packets_next');
  const oldest = plan('SELECT created_at FROM packets WHERE state = ? ORDER BY counter LIMIT 1', 'sealed');
  expect(oldest).toContain('packets_oldest');
  const page = plan(ALL_PACKETS, 9, 9);
  const list = plan(PACKETS_IN, 'delivered', 9, 9);
  expect(list).toContain('packets_oldest');
  expect(page).toContain('INTEGER PRIMARY KEY');
  const kept = plan(
    "SELECT packet_id FROM packets INDEXED BY packets_kept WHERE state = 'delivered' AND sealed IS NOT NULL AND delivered_at < ? LIMIT ?",
    9,
    9,
  );
  expect(kept).toContain('packets_kept');
  for (const steps of [next, oldest, page, list, kept]) expect(steps).not.toContain('TEMP B-TREE');
});

test('every packet stands in the list of its state, newest first and without a gap', () => {
  const store = openStore();
  const states = fc.constantFrom<PacketState>('sealed', 'core-sent', 'sending', 'delivered', 'quarantined');
  const packets = Array.from({ length: 12 }, () => add(store).core.packetId);
  fc.assert(
    fc.property(
      fc.array(states, { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (moves, limit) => {
        store.transaction((database) => {
          for (const [place, state] of moves.entries())
            setPacketState(database, packets[place] ?? '', state, null);
        });
        for (const [show, wanted] of Object.entries(LISTS)) {
          const listed: string[] = [];
          let after: string | null = null;
          do {
            const page: ReturnType<typeof outboxPage> = outboxPage(
              store.read,
              outboxShowSchema.parse(show),
              after,
              limit,
            );
            listed.push(...page.rows.map(({ packetId }) => packetId));
            after = page.next;
          } while (after !== null);
          expect(listed).toEqual(packets.filter((_, place) => wanted.includes(moves[place] ?? '')).reverse());
        }
      },
    ),
    { numRuns: 30 },
  );
});

const LISTS: Readonly<Record<string, readonly string[]>> = {
  all: ['sealed', 'core-sent', 'sending', 'delivered', 'quarantined'],
  waiting: ['sealed', 'core-sent'],
  sending: ['sending'],
  delivered: ['delivered'],
  quarantined: ['quarantined'],
};
