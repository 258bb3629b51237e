import { v7 } from 'uuid';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { KioskOfficer } from '../../contract/central/downlink.ts';
import { createAudit } from '../audit/audit.ts';
import { verifyAudit } from '../audit/verify.ts';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import { readOfficer } from '../store/tables/officers.ts';
import { openTestStore } from '../store/test-store.ts';
import { createAccess } from './access.ts';
import { PRACTICE_PIN, seedPracticeOfficers } from './add-officer.ts';
import { hashPin } from './pin-hash.ts';
import { receiveOfficers } from './receive-officers.ts';

const PIN = '314159';
const OTHER_PIN = '271828';
const OWN_PIN = '161803';
let hashes: readonly [string, string];
beforeAll(async () => {
  hashes = [await hashPin(PIN), await hashPin(OTHER_PIN)];
});

function station() {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const clock = createManualClock();
  const events = createStationEvents();
  const audit = createAudit(clock);
  const access = createAccess({ store, clock, events, audit, entered: () => undefined });
  const news: string[] = [];
  events.subscribe(({ type }) => news.push(type));
  const rizal: KioskOfficer = {
    id: v7(),
    name: 'Rizal Spesimen',
    role: 'supervisor',
    pinHash: hashes[0],
    revokedAt: null,
  };
  function receive(...told: KioskOfficer[]) {
    store.transaction((database) => receiveOfficers(database, told, clock.now(), audit));
    access.officersChanged();
  }
  const audited = () =>
    store.read
      .all<{ words: string }>("SELECT action || ' ' || outcome AS words FROM audit_entries ORDER BY sequence")
      .map(({ words }) => words);
  return { store, clock, audit, access, news, rizal, receive, audited };
}

const code = (expected: string) => expect.objectContaining({ code: expected });

test('an officer the office added signs in with the PIN told on paper; the list again changes nothing', async () => {
  const { access, rizal, receive, audited, store } = station();
  receive(rizal);
  receive(rizal);
  expect(access.officers()).toMatchObject([{ id: rizal.id, name: 'Rizal Spesimen', role: 'supervisor' }]);
  await access.signIn('counter', rizal.id, PIN, OWN_PIN);
  receive(rizal);
  expect(access.session('counter')).toMatchObject({ officerId: rizal.id });
  expect(audited()).toEqual(['officer-added by-office', 'pin-changed done', 'signed-in done']);
  expect(verifyAudit(store.read)).toMatchObject({ intact: true });
});

test('who is revoked, or no longer in the list, is signed out at once and cannot sign in, also the last one', async () => {
  for (const after of [(one: KioskOfficer) => [{ ...one, revokedAt: 5 }], () => []]) {
    const { access, rizal, receive, news, audited, clock } = station();
    receive(rizal);
    await access.signIn('counter', rizal.id, PIN, OWN_PIN);
    access.lock('counter');
    news.length = 0;
    receive(...after(rizal));
    expect([access.session('counter'), access.officers()]).toEqual([null, []]);
    expect(news).toContain('session-changed');
    await expect(access.signIn('counter', rizal.id, PIN)).rejects.toEqual(code('NOT_FOUND'));
    expect(audited().slice(-2)).toEqual(['officer-revoked by-office', 'signed-out revoked']);
    expect(clock.pendingTimers()).toBe(0);
    receive(rizal);
    await access.signIn('counter', rizal.id, OWN_PIN);
    access.close();
  }
});

test('a starting PIN opens nothing until another is made; only the new one is good then, also after a restart', async () => {
  const { access, rizal, receive, store } = station();
  receive(rizal);
  for (const newPin of [undefined, PIN]) {
    await expect(access.signIn('counter', rizal.id, PIN, newPin)).rejects.toEqual(code('PIN_TO_CHANGE'));
    expect(access.session('counter')).toBeNull();
  }
  await expect(access.signIn('counter', rizal.id, OTHER_PIN, OWN_PIN)).rejects.toEqual(
    expect.objectContaining({ code: 'WRONG_PIN', data: { triesLeft: 4 } }),
  );
  await access.signIn('counter', rizal.id, PIN, OWN_PIN);
  access.signOut('counter');
  store.reopen();
  receive(rizal);
  await expect(access.signIn('counter', rizal.id, PIN, OTHER_PIN)).rejects.toEqual(code('WRONG_PIN'));
  await expect(access.signIn('counter', rizal.id, OWN_PIN, OTHER_PIN)).rejects.toEqual(code('CONFLICT'));
  await access.signIn('counter', rizal.id, OWN_PIN);
  access.close();
});

test('a revocation that comes while a PIN is being looked at wins', async () => {
  const { access, rizal, receive, store } = station();
  receive(rizal);
  const trying = access.signIn('counter', rizal.id, PIN, OWN_PIN);
  const begun = () => readOfficer(store.read, rizal.id)?.wrongTries === 1;
  for (let tick = 0; tick < 10 && !begun(); tick += 1) await Promise.resolve();
  expect(begun()).toBe(true);
  receive({ ...rizal, revokedAt: 5 });
  await expect(trying).rejects.toEqual(code('NOT_FOUND'));
  expect(access.session('counter')).toBeNull();
});

test('another name and role hold at once, in an open session too; another PIN replaces the old one', async () => {
  const { access, rizal, receive } = station();
  receive(rizal);
  await access.signIn('counter', rizal.id, PIN, OWN_PIN);
  receive({ ...rizal, name: 'Rizal Way Spesimen', role: 'officer', pinHash: hashes[1] });
  expect(access.session('counter')).toMatchObject({ name: 'Rizal Way Spesimen', role: 'officer' });
  access.signOut('counter');
  await expect(access.signIn('counter', rizal.id, OWN_PIN)).rejects.toEqual(code('WRONG_PIN'));
  await expect(access.signIn('counter', rizal.id, OTHER_PIN)).rejects.toEqual(code('PIN_TO_CHANGE'));
  await access.signIn('counter', rizal.id, OTHER_PIN, OWN_PIN);
  access.close();
});

test('officers of practice mode are not the office’s matter', async () => {
  const { store, clock, audit, access, rizal, receive } = station();
  await seedPracticeOfficers({ store, clock, audit });
  const [practice] = access.officers();
  await access.signIn('counter', practice?.id ?? '', PRACTICE_PIN);
  receive(rizal);
  receive({ ...rizal, revokedAt: 5 });
  expect(access.officers()).toHaveLength(3);
  expect(access.session('counter')).toMatchObject({ officerId: practice?.id });
  access.close();
});
