import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import type { TicketPriority } from '../../contract/domain/ticket.ts';
import { PRACTICE_PIN } from '../access/add-officer.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { SERVICE } from '../testing/fill-draft.ts';
import { startTestStation, type TestStation } from '../testing/test-station.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function open(): Promise<{ station: TestStation; counter: StationClient }> {
  const station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  return { station, counter: await station.signedIn() };
}

const draw = (client: StationClient, priority: TicketPriority = 'none', people = 1) =>
  client.queue.issue({ id: uuidv7(), printJobId: uuidv7(), serviceKey: SERVICE, priority, people });

const step = (
  client: StationClient,
  ticketId: string,
  what: 'recall' | 'hold' | 'resume' | 'skip',
  calls = 1,
) => client.queue.move({ ticketId, step: what, seenCalls: calls });

test('a citizen draws a number alone and is told what waits before him', async () => {
  const { station } = await open();
  const { client } = station.face('self-service');
  expect(await draw(client)).toMatchObject({ waitingBefore: 0, estimateMinutes: null });
  const second = await draw(client, 'none', 4);
  expect(second).toMatchObject({ waitingBefore: 1, ticket: { number: 'A-002', people: 4 } });
  expect(await draw(client, 'elderly')).toMatchObject({ waitingBefore: 0 });
  await expect(
    client.queue.issue({
      id: uuidv7(),
      printJobId: uuidv7(),
      serviceKey: SERVICE,
      appointmentAt: station.clock.now(),
    }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(client.queue.callNext({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('the same call twice is one ticket and one paper', async () => {
  const { station } = await open();
  const { client } = station.face('self-service');
  const input = { id: uuidv7(), printJobId: uuidv7(), serviceKey: SERVICE };
  const [first, second] = [await client.queue.issue(input), await client.queue.issue(input)];
  expect(second.ticket).toEqual(first.ticket);
  expect(second.waitingBefore).toBe(0);
});

test('priority is called first, a double tap calls once, and three calls are all', async () => {
  const { counter } = await open();
  const ordinary = await draw(counter);
  const elderly = await draw(counter, 'elderly');
  const { ticket } = await counter.queue.callNext({});
  expect(ticket).toMatchObject({ id: elderly.ticket.id, state: 'called', counter: 1, calls: 1 });
  expect((await counter.queue.callNext({})).ticket?.id).toBe(elderly.ticket.id);
  expect(await step(counter, elderly.ticket.id, 'recall', 1)).toMatchObject({ calls: 2 });
  expect(await step(counter, elderly.ticket.id, 'recall', 1)).toMatchObject({ calls: 2 });
  expect(await step(counter, elderly.ticket.id, 'recall', 2)).toMatchObject({ calls: 3 });
  await expect(step(counter, elderly.ticket.id, 'recall', 3)).rejects.toMatchObject({ code: 'CONFLICT' });
  await counter.queue.move({ ticketId: elderly.ticket.id, step: 'no-show', seenCalls: 3 });
  const desk = await counter.queue.desk();
  expect(desk.missed.map(({ id }) => id)).toEqual([elderly.ticket.id]);
  expect(desk.upcoming.map(({ id }) => id)).toEqual([ordinary.ticket.id]);
  await counter.queue.move({ ticketId: elderly.ticket.id, step: 'reopen', seenCalls: 3 });
  expect((await counter.queue.desk()).upcoming[0]?.id).toBe(elderly.ticket.id);
});

test('each officer calls to the counter chosen at sign-in, which a lock does not change', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-'));
  writeFileSync(join(folder, 'station.json'), JSON.stringify({ counter: 2, counters: [1, 2, 3] }));
  const station = await startTestStation(folder);
  onTestFinished(() => station[Symbol.asyncDispose]());
  const { client } = station.face('counter');
  const { officers, counters } = await client.access.officers();
  expect(counters).toEqual([2, 1, 3]);
  const officer = { officerId: officers[0]?.id ?? '', pin: PRACTICE_PIN };
  await expect(client.access.signIn({ ...officer, counter: 9 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(await client.access.session()).toBeNull();
  await client.access.signIn(officer);
  expect((await client.queue.desk()).counter).toBe(2);
  await client.access.signOut();
  expect((await client.access.signIn({ ...officer, counter: 3 })).counter).toBe(3);
  await client.access.lock();
  expect((await client.access.signIn(officer)).counter).toBe(3);
  await draw(client);
  expect((await client.queue.callNext({})).ticket).toMatchObject({ counter: 3 });
  expect((await station.face('display').client.queue.board()).serving).toEqual([
    { number: 'A-001', counter: 3 },
  ]);
});

test('a number moved to another group is served there, with that group’s service and its own number', async () => {
  const { counter } = await open();
  const { ticket: drawn } = await draw(counter);
  const moved = await counter.queue.transfer({ ticketId: drawn.id, group: 'B' });
  expect(moved).toMatchObject({ number: drawn.number, group: 'B', state: 'waiting' });
  const draftId = uuidv7();
  await counter.queue.serve({ ticketId: drawn.id, draftId });
  const draft = await counter.registration.draft({ draftId });
  expect(draft).toMatchObject({ serviceKey: 'passport-replacement-full-adult', ticketNumber: drawn.number });
});

test('hold, resume, skip and transfer keep the number; a skipped one waits behind three others', async () => {
  const { counter } = await open();
  const drawn = [];
  for (let person = 0; person < 6; person++) drawn.push((await draw(counter)).ticket);
  const order = async () => (await counter.queue.desk()).upcoming.map(({ number }) => number);
  const first = drawn[0]?.id ?? '';
  await counter.queue.callNext({});
  await step(counter, first, 'hold');
  expect((await counter.queue.desk()).held.map(({ number }) => number)).toEqual(['A-001']);
  await step(counter, first, 'resume', 0);
  expect((await order())[0]).toBe('A-001');
  await counter.queue.callNext({});
  await step(counter, first, 'skip');
  expect(await order()).toEqual(['A-002', 'A-003', 'A-004', 'A-001', 'A-005', 'A-006']);
  await expect(counter.queue.transfer({ ticketId: first, group: 'Z' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await counter.queue.callNext({});
  expect(await counter.queue.transfer({ ticketId: drawn[1]?.id ?? '', group: 'A' })).toMatchObject({
    number: 'A-002',
    state: 'waiting',
  });
});

test('who is skipped is not called again at once, priority or not', async () => {
  const { counter } = await open();
  const elderly = await draw(counter, 'elderly');
  await draw(counter);
  await draw(counter, 'pregnant');
  await counter.queue.callNext({});
  await step(counter, elderly.ticket.id, 'skip');
  expect((await counter.queue.desk()).upcoming.map(({ number }) => number)).toEqual([
    'A-003',
    'A-002',
    'A-001',
  ]);
});

test('estimates come from measured services, by the person', async () => {
  const { station, counter } = await open();
  for (let person = 0; person < 3; person++) {
    await draw(counter);
    const { ticket } = await counter.queue.callNext({});
    await counter.queue.serve({ ticketId: ticket?.id ?? '', draftId: uuidv7() });
    station.clock.advance(5 * MINUTE);
    await counter.queue.close({ ticketId: ticket?.id ?? '', outcome: 'finished' });
  }
  expect(await draw(counter, 'none', 3)).toMatchObject({ waitingBefore: 0, estimateMinutes: 0 });
  expect(await draw(counter)).toMatchObject({ waitingBefore: 1, estimateMinutes: 15 });
});

test('the board knows numbers, counters and counts, and nothing of anybody', async () => {
  const { station, counter } = await open();
  const { ticket } = await draw(counter, 'disability');
  await draw(counter);
  await counter.queue.callNext({});
  await step(counter, ticket.id, 'recall');
  const { client } = station.face('display');
  const board = await client.queue.board();
  expect(board.serving).toEqual([{ number: 'A-001', counter: 1 }]);
  expect(board.calls.map(({ number }) => number)).toEqual(['A-001', 'A-001']);
  expect(board.groups).toEqual([{ group: 'A', waiting: 1 }]);
  expect(JSON.stringify(board)).not.toMatch(/disability|priority|serviceKey|draft|[0-9a-f]{8}-/);
  await expect(client.queue.desk()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a restart forgets nothing: who was called, the fair turn and the calls', async () => {
  const { station, counter } = await open();
  await draw(counter);
  for (let person = 0; person < 5; person++) await draw(counter, 'pregnant');
  const call = async (client: StationClient) => {
    const { ticket } = await client.queue.callNext({});
    await client.queue.close({ ticketId: ticket?.id ?? '', outcome: 'finished' });
    return ticket?.number;
  };
  expect([await call(counter), await call(counter)]).toEqual(['A-002', 'A-003']);
  await counter.queue.callNext({});
  await station.restart();
  const again = await station.signedIn();
  expect((await again.queue.callNext({})).ticket?.number).toBe('A-004');
  await again.queue.close({ ticketId: (await again.queue.desk()).current[0]?.id ?? '', outcome: 'finished' });
  expect(await call(again)).toBe('A-001');
  expect((await station.face('display').client.queue.board()).calls).toHaveLength(4);
});

test('midnight: numbers begin again, and who still waited is a no-show', async () => {
  const { station, counter } = await open();
  const [waiting, called, served] = [await draw(counter), await draw(counter), await draw(counter)];
  await counter.queue.move({ ticketId: called.ticket.id, step: 'call', seenCalls: 0 });
  await counter.queue.serve({ ticketId: served.ticket.id, draftId: uuidv7() });
  station.clock.advance(24 * HOUR);
  const officer = await station.signedIn();
  expect(await officer.queue.desk()).toMatchObject({ waiting: 0, current: [], upcoming: [] });
  expect((await draw(officer)).ticket.number).toBe('A-001');
  await expect(officer.queue.serve({ ticketId: waiting.ticket.id, draftId: uuidv7() })).rejects.toMatchObject(
    { code: 'CONFLICT' },
  );
  const states = await station.inspect((store) =>
    store.read.all<{ number: string; state: string }>('SELECT number, state FROM tickets ORDER BY sequence'),
  );
  expect(states.map(({ state }) => state)).toEqual(['no-show', 'no-show', 'finished', 'waiting']);
});

test('a number without a paper reaches the officer until it is called', async () => {
  const { station, counter } = await open();
  await station.face('practice-tray').client.practice.setPrinter({ paper: 'out' });
  const { ticket, print } = await draw(counter);
  await expect
    .poll(async () => {
      station.clock.advance(1_000);
      return (await counter.printing.job({ jobId: print.id })).state;
    })
    .toBe('not-printed');
  expect((await counter.queue.desk()).untold).toEqual([{ ticketId: ticket.id, number: 'A-001' }]);
  await counter.queue.callNext({});
  expect((await counter.queue.desk()).untold).toEqual([]);
});
