import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { Changes, KioskOfficer } from '../../../contract/central/downlink.ts';
import type { ApplicationStatus } from '../../../contract/domain/application-status.ts';
import { UNLIMITED } from '../../../contract/domain/sending.ts';
import { createAudit } from '../../audit/audit.ts';
import { createManualClock } from '../../clock/manual-clock.ts';
import { StoreError } from '../../store/store-error.ts';
import { readDownlink, readReceivingKey } from '../../store/tables/central.ts';
import {
  makeReceivingKey,
  type ReceivingKey,
  receivingHalf,
  receivingKeySchema,
} from '../sealing/receiving-key.ts';
import { sealTo as sealPayload } from '../testing/seal-to.ts';
import { startSyncBench } from '../testing/sync-bench.ts';
import type { ReceivedChanges } from './receive-changes.ts';
import { receiveSettings } from './receive-settings.ts';

const status: ApplicationStatus = {
  applicationId: v7(),
  trackingCode: 'LB-7K3M-Q2XD-5',
  stageKey: 'received',
  since: 1,
  remark: null,
  fieldRemarks: {},
};

async function setUp(fail: () => boolean = () => false) {
  const seen: string[][] = [];
  const bench = await startSyncBench({
    receive: (_, { statuses }) => {
      if (fail()) throw new StoreError('storage-full', 'SQLITE_FULL', null);
      seen.push(statuses.map(({ stageKey }) => stageKey));
    },
  });
  const cursor = () => readDownlink(bench.store().read)?.cursor ?? '';
  const pull = async (changes: Partial<Changes>) => {
    bench.central.downlink.changes = changes;
    bench.sync().sendNow();
    await bench.idle();
  };
  return { bench, seen, cursor, pull };
}

test('changes are applied once, together with the cursor they lead to', async () => {
  const { bench, seen, cursor, pull } = await setUp();
  await bench.enrol();
  bench.spoil = (request, honest) => {
    if (request.path !== '/v1/changes?cursor=') bench.central.downlink.changes = {};
    return honest();
  };
  await pull({ cursor: '1', statuses: [status], more: true });
  expect([seen, cursor()]).toEqual([[['received']], '1']);
  await pull({});
  expect(seen).toHaveLength(1);
});

test.each<[string, Partial<Changes>]>([
  ['for another station', { cursor: '1', stationId: 'station-2', statuses: [status] }],
  ['after another cursor, so perhaps an old one', { cursor: '1', from: '0', statuses: [status] }],
  ['that are not what the contract says', { cursor: 5 as unknown as string }],
])('changes %s are refused and nothing is changed', async (_, changes) => {
  const { bench, seen, cursor, pull } = await setUp();
  await bench.enrol();
  await pull(changes);
  expect([seen, cursor()]).toEqual([[], '']);
  expect(bench.sync().summary().lastProblem).toBe('not-understood');
  await pull({ cursor: '1' });
  expect([cursor(), bench.sync().summary().lastProblem]).toEqual(['1', null]);
});

test('hearing that nothing changed moves the date of what is known, now and then, and nothing else', async () => {
  const { bench, seen, cursor, pull } = await setUp();
  await bench.enrol();
  await pull({ cursor: '1', statuses: [status] });
  const heardAt = () => readDownlink(bench.store().read)?.receivedAt ?? 0;
  const first = heardAt();
  bench.clock.advance(60_000);
  await pull({});
  expect(heardAt()).toBe(first);
  bench.clock.advance(5 * 60_000);
  await pull({});
  expect([heardAt(), cursor(), seen]).toEqual([bench.clock.now(), '1', [['received']]]);
});

test('changes signed by nobody we know are refused', async () => {
  const { bench, cursor, pull } = await setUp();
  await bench.enrol();
  bench.spoil = async (_, honest) => {
    const answer = await honest();
    const { signed } = (answer.kind === 'answer' ? answer.body : {}) as { signed: string };
    const [header, payload, signature = ''] = signed.split('.');
    const changed = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
    return { kind: 'answer', body: { signed: [header, payload, changed].join('.') } };
  };
  await pull({ cursor: '1' });
  expect([cursor(), bench.sync().summary().lastProblem]).toEqual(['', 'not-understood']);
});

test('a full disk leaves cursor and content as they were, and is told', async () => {
  let full = true;
  const { bench, seen, cursor, pull } = await setUp(() => full);
  bench.central.downlink.changes = {};
  await bench.enrol();
  await pull({ cursor: '1', statuses: [status] });
  expect([seen, cursor(), bench.sync().summary().lastProblem]).toEqual([[], '', 'storage-full']);
  full = false;
  await pull({ cursor: '1', statuses: [status] });
  expect([seen, cursor()]).toEqual([[['received']], '1']);
});

const officer: KioskOfficer = {
  id: v7(),
  name: 'Rizal Spesimen',
  role: 'supervisor',
  pinHash: '$argon2id$specimen',
  revokedAt: null,
};

test('officers sealed to this station are opened and applied with their cursor; sealed to another they change nothing', async () => {
  const told: ReceivedChanges[] = [];
  const committed: ReceivedChanges[] = [];
  const bench = await startSyncBench({
    receive: (_, changes) => void told.push(changes),
    received: (changes) => void committed.push(changes),
  });
  await bench.enrol();
  const pull = async (changes: Partial<Changes>) => {
    bench.central.downlink.changes = changes;
    bench.sync().sendNow();
    await bench.idle();
  };
  const key = receivingKeySchema.parse(JSON.parse(readReceivingKey(bench.store().read) ?? ''));
  const sealTo = async (receiver: ReceivingKey) => await sealPayload([officer], receivingHalf(receiver));
  await pull({ cursor: '1.1.5.0', officers: await sealTo(makeReceivingKey()) });
  await pull({ cursor: '1.1.5.0', officers: 'not.sealed' });
  expect([told, bench.sync().summary().lastProblem]).toEqual([[], 'not-understood']);
  await pull({ cursor: '1.1.5.0', officers: await sealTo(key) });
  expect(told).toMatchObject([{ officers: [officer], settings: null, statuses: [] }]);
  expect(committed).toEqual(told);
  expect(readDownlink(bench.store().read)?.cursor).toBe('1.1.5.0');
});

test('settings of the office hold at once, and an officer who changes them later is told apart', async () => {
  const audit = createAudit(createManualClock());
  const bench = await startSyncBench({
    receive(database, { settings }, at) {
      if (settings) receiveSettings(database, settings, at, audit);
    },
  });
  await bench.enrol();
  const sending = { ...UNLIMITED, dailyBytes: 50_000_000 };
  bench.central.downlink.changes = {
    cursor: '1.1.0.5',
    settings: { name: null, paperWidth: null, sending: { version: 5, value: sending } },
  };
  bench.sync().sendNow();
  await bench.idle();
  const now = bench.clock.now();
  expect(bench.sync().summary()).toMatchObject({ settings: sending, settingsReceivedAt: now });
  bench.sync().changeSettings(UNLIMITED);
  expect(bench.sync().summary()).toMatchObject({ settings: UNLIMITED, settingsReceivedAt: null });
});
