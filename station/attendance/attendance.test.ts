import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traverseContractProcedures } from '@orpc/server';
import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { stationContract } from '../../contract/station/contract.ts';
import { PRACTICE_PIN } from '../access/add-officer.ts';
import { SERVICE } from '../testing/fill-draft.ts';
import { startTestStation } from '../testing/test-station.ts';
import { mayWhileUnattended } from './unattended-commands.ts';

const HOUR = 60 * 60_000;
/** The test station begins on 24 November 2026 at 08.40 WIB. */
const NIGHT = [{ from: '16:00', to: '07:30' }];
const closed = expect.objectContaining({ code: 'UNATTENDED' });

async function nightStation() {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-'));
  writeFileSync(join(folder, 'station.json'), JSON.stringify({ unattended: NIGHT }));
  const station = await startTestStation(folder);
  onTestFinished(() => station[Symbol.asyncDispose]());
  return station;
}
const ticket = () => ({ id: uuidv7(), printJobId: uuidv7(), serviceKey: SERVICE });

test('outside its hours the counter is closed and the citizens’ face goes on', async () => {
  const station = await nightStation();
  const { client: counter } = station.face('counter');
  const { client: citizen } = station.face('self-service');
  const { officers } = await counter.access.officers();
  expect((await counter.system.facts()).unattendedUntil).toBeNull();
  await citizen.queue.issue(ticket());

  station.clock.advance(8 * HOUR);
  const opens = Date.UTC(2026, 10, 25, 0, 30);
  expect((await counter.system.facts()).unattendedUntil).toBe(opens);
  const signIn = counter.access.signIn({ officerId: officers[0]?.id ?? '', pin: PRACTICE_PIN });
  await expect(signIn).rejects.toMatchObject({ code: 'UNATTENDED', data: { until: opens } });
  await expect(citizen.queue.issue(ticket())).rejects.toEqual(closed);
  await expect(citizen.selfService.askForHelp()).rejects.toEqual(closed);
  expect(await citizen.selfService.health()).toMatchObject({ keeps: true });
  await citizen.feedback.rate({ id: uuidv7(), score: 4 });

  station.clock.advance(8 * HOUR);
  await citizen.queue.issue(ticket());
  station.clock.advance(8 * HOUR);
  await counter.access.signIn({ officerId: officers[0]?.id ?? '', pin: PRACTICE_PIN });
});

test('the closing time waits for the officer at work, and everybody is told when it comes', async () => {
  const station = await nightStation();
  station.clock.advance(7 * HOUR);
  const officer = await station.signedIn();
  const { client: display } = station.face('display');
  const heard = (async () => {
    for await (const { type } of await display.system.events())
      if (type === 'attendance-changed') return type;
    return null;
  })();
  // A keystroke every few minutes: past 16.00 the officer is still there.
  for (let minute = 0; minute < 40; minute += 5) {
    station.clock.advance(5 * 60_000);
    await officer.queue.callNext({});
  }
  expect((await officer.queue.desk()).counter).toBe(1);
  await officer.access.lock();
  expect(await heard).toBe('attendance-changed');
  await expect(officer.access.officers()).rejects.toEqual(closed);
});

test('no command of the counter but its closed screen’s is done while nobody is there', () => {
  const allowed: string[] = [];
  traverseContractProcedures({ router: stationContract, path: [] }, ({ path }) => {
    const name = path.join('.');
    if (mayWhileUnattended(name, 'counter', 0, 1)) allowed.push(name);
  });
  expect(allowed.sort()).toEqual(['access.session', 'catalog.current', 'system.events', 'system.facts']);
});
