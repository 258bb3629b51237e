import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stationSettingsCommand } from '../../central/process/station-settings-command.ts';
import { CODE, startTestCentral } from '../../central/testing/start-test-central.ts';
import { PRACTICE_PIN } from '../../station/access/add-officer.ts';
import { createManualClock } from '../../station/clock/manual-clock.ts';
import { composeStation } from '../../station/composition.ts';
import { connectTestFace } from '../../station/rpc/test-client.ts';
import { practiceStart } from '../../station/testing/test-station.ts';

const HOUR = 60 * 60_000;

/** A whole station with the real central on a real line; its clock stands at 24 November 2026, 08.40 WIB. */
async function setUp() {
  const central = await startTestCentral();
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-hours-'));
  const clock = createManualClock();
  const failed: unknown[] = [];
  const log = { note: () => undefined, failed: (_: string, error: unknown) => failed.push(error) };
  const station = await composeStation(practiceStart(folder, randomBytes(32).toString('hex')), {
    clock,
    log,
  });
  const counter = connectTestFace(station.connectFace, 'counter', 1);
  const display = connectTestFace(station.connectFace, 'display', 2);
  onTestFinished(async () => {
    counter.close();
    display.close();
    await station.close();
    await central.close();
    rmSync(folder, { recursive: true, force: true });
    expect(failed).toEqual([]);
  });
  station.setCentral({ url: central.url, enrolmentCode: CODE });
  return { central, clock, counter: counter.client, display: display.client };
}

test('the office sets the hours and the kiosk closes its counter by them, without a restart', async () => {
  const { central, clock, counter, display } = await setUp();
  const { officers } = await counter.access.officers();
  const signIn = () => counter.access.signIn({ officerId: officers[0]?.id ?? '', pin: PRACTICE_PIN });
  const heard: string[] = [];
  (async () => {
    for await (const { type } of await display.system.events()) heard.push(type);
  })().catch(() => undefined);
  await expect.poll(async () => (await counter.system.facts()).stationId).not.toBe('');
  const set = async (unattended: string) => {
    const [row] = await central.database.query('SELECT id FROM stations');
    await stationSettingsCommand(central.database, { station: String(row?.id), unattended }, () => undefined);
  };

  await signIn();
  await set('16.00-07.30');
  await counter.outbox.sendNow({});
  await expect
    .poll(async () => (await counter.system.facts()).unattendedHours.spans)
    .toEqual([{ from: '16:00', to: '07:30' }]);
  expect(heard).toContain('settings-changed');
  await counter.access.signOut();
  expect((await counter.system.facts()).unattendedUntil).toBeNull();
  clock.advance(8 * HOUR);
  expect((await counter.system.facts()).unattendedUntil).toBe(Date.UTC(2026, 10, 25, 0, 30));
  await expect.poll(() => heard).toContain('attendance-changed');
  await expect(signIn()).rejects.toMatchObject({ code: 'UNATTENDED' });

  // In the middle of the night the office gives the hours back: the kiosk's own file knows none.
  await set('kiosk');
  const asks = () => clock.advance(60_000);
  await expect
    .poll(async () => {
      asks();
      return (await counter.system.facts()).unattendedUntil;
    })
    .toBeNull();
  await signIn();
  expect((await counter.system.facts()).unattendedHours).toEqual({ spans: [], receivedAt: null });
});
