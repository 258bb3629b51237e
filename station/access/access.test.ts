import { expect, onTestFinished, test } from 'vitest';
import { createAudit } from '../audit/audit.ts';
import { verifyAudit } from '../audit/verify.ts';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import { openTestStore } from '../store/test-store.ts';
import { createAccess } from './access.ts';
import { PRACTICE_PIN, seedPracticeOfficers } from './add-officer.ts';

const MINUTE = 60_000;
const WRONG = '111111';

async function station() {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const clock = createManualClock();
  const events = createStationEvents();
  const audit = createAudit(clock);
  await seedPracticeOfficers({ store, clock, audit });
  await seedPracticeOfficers({ store, clock, audit });
  const dependencies = { store, clock, events, audit, entered: () => undefined };
  const access = createAccess(dependencies);
  const [officer, other] = access.officers();
  if (!officer || !other) throw new Error('no specimen officers');
  return { store, clock, events, access, officer, other, restart: () => createAccess(dependencies) };
}

const code = (expected: string, data?: object) =>
  expect.objectContaining(data ? { code: expected, data } : { code: expected });

test('practice mode has three officers with one PIN, and signing in opens a session at that face', async () => {
  const { access, officer } = await station();
  expect(access.officers().map(({ role }) => role)).toEqual(['officer', 'supervisor', 'technician']);
  const session = await access.signIn('counter', officer.id, PRACTICE_PIN);
  expect(access.session('counter')).toEqual(session);
  expect(access.session('self-service')).toBeNull();
  access.signOut('counter');
  expect(access.session('counter')).toBeNull();
});

test('wrong PINs lock out for 1, 5, 15 and 60 minutes, also against the right PIN', async () => {
  const { access, officer, clock } = await station();
  const wrong = () => access.signIn('counter', officer.id, WRONG);
  for (const triesLeft of [4, 3, 2, 1])
    await expect(wrong()).rejects.toEqual(code('WRONG_PIN', { triesLeft }));
  for (const minutes of [1, 5, 15, 60, 60]) {
    const until = clock.now() + minutes * MINUTE;
    await expect(wrong()).rejects.toEqual(code('PIN_LOCKED_OUT', { until }));
    expect(access.officers()[0]?.lockedUntil).toBe(until);
    clock.advance(minutes * MINUTE - 1);
    await expect(access.signIn('counter', officer.id, PRACTICE_PIN)).rejects.toEqual(code('PIN_LOCKED_OUT'));
    clock.advance(1);
    await expect(wrong()).rejects.toEqual(code('WRONG_PIN', { triesLeft: 1 }));
  }
  await access.signIn('counter', officer.id, PRACTICE_PIN);
  await expect(wrong()).rejects.toEqual(code('WRONG_PIN', { triesLeft: 4 }));
});

test('a lockout outlives a restart and a jump of the wall clock, and holds for one officer only', async () => {
  const { access, officer, other, clock, restart, store } = await station();
  for (let tries = 0; tries < 5; tries += 1)
    await access.signIn('counter', officer.id, WRONG).catch(() => undefined);
  access.close();
  store.reopen();
  clock.jumpTo(clock.now() + 365 * 24 * 60 * MINUTE);
  const again = restart();
  await expect(again.signIn('counter', officer.id, PRACTICE_PIN)).rejects.toEqual(code('PIN_LOCKED_OUT'));
  await again.signIn('counter', other.id, PRACTICE_PIN);
  clock.advance(MINUTE);
  await again.signIn('counter', officer.id, PRACTICE_PIN);
  again.close();
  expect(clock.pendingTimers()).toBe(0);
});

test('many PINs tried at once count like one after the other', async () => {
  const { access, officer } = await station();
  const tries = Array.from({ length: 8 }, () => access.signIn('counter', officer.id, WRONG));
  const outcomes = await Promise.all(tries.map((attempt) => attempt.catch((error) => error.code)));
  expect(outcomes.filter((outcome) => outcome === 'WRONG_PIN')).toHaveLength(4);
  expect(outcomes.filter((outcome) => outcome === 'PIN_LOCKED_OUT')).toHaveLength(4);
});

test('locking keeps the session and asks the PIN again; idle officers are locked by themselves', async () => {
  const { access, officer, clock, store } = await station();
  await access.signIn('counter', officer.id, PRACTICE_PIN);
  clock.advance(9 * MINUTE);
  access.touch('counter');
  clock.advance(9 * MINUTE);
  expect(access.session('counter')?.locked).toBe(false);
  clock.advance(MINUTE);
  expect(access.session('counter')).toMatchObject({ officerId: officer.id, locked: true });
  await access.signIn('counter', officer.id, PRACTICE_PIN);
  expect(access.session('counter')?.locked).toBe(false);
  access.lock('counter');
  expect(access.session('counter')?.locked).toBe(true);
  expect(verifyAudit(store.read)).toMatchObject({ intact: true });
});

test('an unknown officer is not found', async () => {
  const { access } = await station();
  await expect(access.signIn('counter', 'nobody', PRACTICE_PIN)).rejects.toEqual(code('NOT_FOUND'));
});
