import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { type SendingSettings, UNLIMITED } from '../../../contract/domain/sending.ts';
import type { StationSettings } from '../../../contract/domain/station-settings.ts';
import { createAudit } from '../../audit/audit.ts';
import { createManualClock } from '../../clock/manual-clock.ts';
import { createOfficeSettings } from '../../operations/office-settings.ts';
import {
  readSendingSettings,
  sendingSettingsReceivedAt,
  writeSendingSettings,
} from '../../store/tables/sending.ts';
import { openTestStore } from '../../store/test-store.ts';
import { receiveSettings } from './receive-settings.ts';

const NOTHING: StationSettings = { name: null, paperWidth: null, sending: null };
const MIDDAY = [{ from: '12:00', to: '13:00' }];
const NIGHT = [{ from: '16:00', to: '07:30' }];
const daily = (megabytes: number): SendingSettings => ({ ...UNLIMITED, dailyBytes: megabytes * 1_000_000 });

function station() {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const audit = createAudit(createManualClock());
  const office = createOfficeSettings(store.read, {
    name: 'Balai Pekon',
    paperWidth: 80,
    unattended: MIDDAY,
  });
  return {
    office,
    receive: (told: StationSettings, at = 1) =>
      store.transaction((database) => receiveSettings(database, told, at, audit)),
    setHere: (settings: SendingSettings) =>
      store.transaction((database) => writeSendingSettings(database, settings, 1, null)),
    noted: () =>
      store.read
        .all<{ action: string }>('SELECT action FROM audit_entries ORDER BY sequence')
        .map(({ action }) => action),
    sending: () => readSendingSettings(store.read),
    receivedAt: () => sendingSettingsReceivedAt(store.read),
  };
}

test('name and paper are as the office set them, and as the kiosk’s file says before and after', () => {
  const { office, receive } = station();
  const now = () => [office.name(), office.paperWidth()];
  expect(now()).toEqual(['Balai Pekon', 80]);
  receive({ ...NOTHING, name: { version: 1, value: 'Balai Pekon Spesimen' } });
  expect(now()).toEqual(['Balai Pekon Spesimen', 80]);
  receive({ ...NOTHING, paperWidth: { version: 2, value: 58 } });
  expect(now()).toEqual(['Balai Pekon', 58]);
});

test('the hours are the office’s while it sets them, also when it sets none, and the file’s before and after', () => {
  const { office, receive, noted } = station();
  expect(office.unattended()).toEqual({ spans: MIDDAY, receivedAt: null });
  receive({ ...NOTHING, unattended: { version: 1, value: NIGHT } }, 10);
  expect(office.unattended()).toEqual({ spans: NIGHT, receivedAt: 10 });
  receive({ ...NOTHING, unattended: { version: 1, value: NIGHT } }, 20);
  expect(office.unattended().receivedAt).toBe(10);
  receive({ ...NOTHING, unattended: { version: 2, value: [] } }, 30);
  expect(office.unattended()).toEqual({ spans: [], receivedAt: 30 });
  receive(NOTHING, 40);
  receive({ ...NOTHING, unattended: null }, 50);
  expect(office.unattended()).toEqual({ spans: MIDDAY, receivedAt: null });
  expect(noted()).toEqual(Array(3).fill('unattended-hours-changed'));
});

test('what an officer sets later stands until the office sets it again, also to the same as before', () => {
  const { receive, setHere, sending, receivedAt } = station();
  const told = { ...NOTHING, sending: { version: 1, value: daily(50) } };
  setHere(daily(5));
  receive(told, 10);
  expect([sending(), receivedAt()]).toEqual([daily(50), 10]);
  setHere(daily(7));
  receive({ ...told, paperWidth: { version: 2, value: 58 } }, 20);
  expect([sending(), receivedAt()]).toEqual([daily(7), null]);
  receive({ ...told, sending: { version: 3, value: daily(50) } }, 30);
  expect([sending(), receivedAt()]).toEqual([daily(50), 30]);
});

/** What happens to a kiosk: the office sets, an officer sets, or central only says again what it had said. */
const happening = fc.oneof(
  fc.record({ by: fc.constantFrom('office', 'officer'), megabytes: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ by: 'again', megabytes: 0 }),
);

test('whoever set last is right, however often central repeats itself', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
      const { receive, setHere, sending, receivedAt } = station();
      let told = NOTHING;
      let [wanted, byOffice] = [UNLIMITED, false];
      for (const [place, { by, megabytes }] of happenings.entries()) {
        if (by === 'officer') setHere(daily(megabytes));
        else {
          if (by === 'office')
            told = { ...NOTHING, sending: { version: place + 1, value: daily(megabytes) } };
          receive(told);
        }
        if (by !== 'again') [wanted, byOffice] = [daily(megabytes), by === 'office'];
        expect([sending(), receivedAt() !== null]).toEqual([wanted, byOffice]);
      }
    }),
    { numRuns: 10 },
  );
});
