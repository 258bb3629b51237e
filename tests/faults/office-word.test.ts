import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbeddedDatabase } from '../../central/database/embedded-database.ts';
import {
  type KioskOfficerOptions,
  kioskOfficerCommand,
} from '../../central/process/kiosk-officer-command.ts';
import { stationSettingsCommand } from '../../central/process/station-settings-command.ts';
import { CODE, startTestCentral } from '../../central/testing/start-test-central.ts';
import { createAccess } from '../../station/access/access.ts';
import { receiveOfficers } from '../../station/access/receive-officers.ts';
import { createAudit } from '../../station/audit/audit.ts';
import { createManualClock } from '../../station/clock/manual-clock.ts';
import { createStationEvents } from '../../station/events.ts';
import { createOfficeSettings } from '../../station/operations/office-settings.ts';
import { openBundleFiles } from '../../station/store/bundles/bundle-files.ts';
import { openTestStore } from '../../station/store/test-store.ts';
import { createSync } from '../../station/sync/create-sync.ts';
import { receiveSettings } from '../../station/sync/downlink/receive-settings.ts';
import { createVirtualDrive } from '../../station/sync/hand-carry/virtual-drive.ts';

async function setUp() {
  const database = await openEmbeddedDatabase();
  const central = await startTestCentral(database);
  const clock = createManualClock();
  const store = openTestStore();
  const events = createStationEvents();
  const audit = createAudit(clock);
  const access = createAccess({ store, clock, events, audit, entered: () => undefined });
  const troubles: unknown[] = [];
  const sync = createSync({
    store,
    bundles: openBundleFiles(store.folder),
    clock,
    events,
    stationName: 'Balai Pekon Spesimen',
    receive(writable, { officers, settings }, at) {
      if (officers) receiveOfficers(writable, officers, at, audit);
      if (settings) receiveSettings(writable, settings, at, audit);
    },
    received: ({ officers }) => officers && access.officersChanged(),
    drives: createVirtualDrive(join(store.folder, 'drive')),
    random: () => 0.5,
    onTrouble: (error) => troubles.push(error),
  });
  onTestFinished(async () => {
    access.close();
    await sync.close();
    await central.close();
    store[Symbol.dispose]();
  });
  async function ask(): Promise<void> {
    sync.sendNow();
    while (!sync.isIdle())
      await new Promise<void>((resolve) => {
        const stop = events.subscribe(() => {
          stop();
          resolve();
        });
      });
  }
  sync.setCentral({ url: central.url, enrolmentCode: CODE });
  await ask();
  const station = sync.sealer.stationId() ?? '';
  async function officer(action: string, options: KioskOfficerOptions) {
    const lines: string[] = [];
    await kioskOfficerCommand(database, action, { station, ...options }, (line) => lines.push(line));
    await ask();
    return JSON.parse(lines[0] ?? '');
  }
  const office = createOfficeSettings(store.read, {
    name: 'Balai Pekon',
    paperWidth: 80,
    unattended: [],
  });
  return { database, central, access, sync, station, office, officer, ask, troubles };
}

test('an officer added at central signs in at the kiosk with the printed PIN, and is out once revoked there', async () => {
  const { access, officer, sync, troubles, central } = await setUp();
  expect(access.officers()).toEqual([]);
  const added = await officer('add', { name: 'Rizal Spesimen', role: 'officer' });
  expect(access.officers()).toMatchObject([{ id: added.officer, name: 'Rizal Spesimen', role: 'officer' }]);
  await expect(access.signIn('counter', added.officer, added.pin)).rejects.toMatchObject({
    code: 'PIN_TO_CHANGE',
  });
  await access.signIn('counter', added.officer, added.pin, '3141592');
  await officer('change', { officer: added.officer, role: 'supervisor' });
  expect(access.session('counter')).toMatchObject({ role: 'supervisor' });
  await officer('revoke', { officer: added.officer });
  expect([access.session('counter'), access.officers()]).toEqual([null, []]);
  expect([troubles, central.failures, sync.summary().lastProblem]).toEqual([[], [], null]);
});

test('settings made at central hold at the kiosk until an officer changes them, and again once central does', async () => {
  const { database, sync, station, office, ask } = await setUp();
  const set = async (options: object) => {
    await stationSettingsCommand(database, { station, ...options }, () => undefined);
    await ask();
    const { settings, settingsReceivedAt } = sync.summary();
    return [settings.dailyBytes, settingsReceivedAt !== null];
  };
  expect(await set({ budgetDay: '50', quiet: 'none' })).toEqual([50_000_000, true]);
  sync.changeSettings({ dailyBytes: 9_000_000, monthlyBytes: null, quietHours: null });
  expect(await set({ name: 'Balai Pekon Kubu Perahu', paperWidth: '58' })).toEqual([9_000_000, false]);
  expect([office.name(), office.paperWidth()]).toEqual(['Balai Pekon Kubu Perahu', 58]);
  expect(await set({ budgetDay: '50' })).toEqual([50_000_000, true]);

  await set({ unattended: '16.00-07.30' });
  expect(office.unattended()).toMatchObject({ spans: [{ from: '16:00', to: '07:30' }] });
  expect(office.unattended().receivedAt).not.toBeNull();
  await set({ unattended: 'kiosk' });
  expect(office.unattended()).toEqual({ spans: [], receivedAt: null });
});
