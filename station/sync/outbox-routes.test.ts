import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { UNLIMITED } from '../../contract/domain/sending.ts';
import { submitOne } from '../testing/fill-draft.ts';
import { startTestStation } from '../testing/test-station.ts';

const refused = (code: string) => expect.objectContaining({ code });

async function start() {
  const station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  return station;
}

test('a supervisor sets limits that survive a restart; an officer may not, and what makes no sense is refused', async () => {
  const station = await start();
  const officer = await station.signedIn('officer');
  const settings = { ...UNLIMITED, dailyBytes: 5_000_000, quietHours: { from: 1_260, until: 300 } };
  await expect(officer.outbox.changeSettings(settings)).rejects.toEqual(refused('FORBIDDEN'));
  const supervisor = await station.signedIn('supervisor');
  expect(await supervisor.outbox.changeSettings(settings)).toMatchObject({ settings });
  for (const wrong of [
    { dailyBytes: 0 },
    { dailyBytes: 1.5 },
    { monthlyBytes: -1 },
    { quietHours: { from: 60, until: 60 } },
    { quietHours: { from: 1_440, until: 0 } },
  ])
    await expect(supervisor.outbox.changeSettings({ ...settings, ...wrong })).rejects.toEqual(
      refused('BAD_REQUEST'),
    );
  await station.restart();
  expect(await (await station.signedIn()).outbox.summary()).toMatchObject({ settings });
});

test('what waits is listed by its state, and who decides what stands in the audit', async () => {
  const station = await start();
  const officer = await station.signedIn('officer');
  await submitOne(officer);
  const { rows } = await officer.outbox.items({ show: 'waiting' });
  expect(rows).toMatchObject([{ state: 'sealed', sentBytes: 0, attempts: 0, reason: null }]);
  expect((await officer.outbox.items({ show: 'delivered' })).rows).toEqual([]);
  expect(await officer.outbox.summary()).toMatchObject({
    waiting: 1,
    hold: { reason: 'not-enrolled', until: null },
    bytesPerSecond: null,
    secondsLeft: null,
    sentToday: 0,
  });
  await officer.outbox.sendNow();
  await officer.outbox.sendNow({ evenIfHeld: true });
  await officer.outbox.retry({ packetId: rows[0]?.packetId ?? '' });
  await expect(officer.outbox.retry({ packetId: v7() })).rejects.toEqual(refused('NOT_FOUND'));
  const actions = await station.inspect((store) =>
    store.read.all<{ action: string }>(
      "SELECT action FROM audit_entries WHERE action IN ('sent-over-limits', 'packet-retried') ORDER BY sequence",
    ),
  );
  expect(actions.map(({ action }) => action)).toEqual(['sent-over-limits', 'packet-retried']);
});
