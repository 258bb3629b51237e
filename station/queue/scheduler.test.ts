import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callingOrder, chooseNext, MOST_PASSED_OVER, type Queued } from './scheduler.ts';

const NOW = Date.UTC(2026, 10, 24, 2, 5);
const MINUTE = 60_000;

const queued = fc.record({
  place: fc.integer({ min: 0, max: 40 }),
  ahead: fc.boolean(),
  appointmentAt: fc.option(
    fc.integer({ min: -120, max: 120 }).map((minutes) => NOW + minutes * MINUTE),
    { freq: 4 },
  ),
});
const hall = fc
  .array(queued, { maxLength: 40 })
  .map((tickets): Queued[] =>
    tickets.map((ticket, index) => ({ ...ticket, id: `ticket-${index}`, sequence: index })),
  );
const passed = fc.integer({ min: 0, max: MOST_PASSED_OVER });
const ids = (order: readonly Queued[]) => order.map(({ id }) => id);

test('the order is total: everybody once, and the same however the tickets are laid out', () => {
  fc.assert(
    fc.property(
      hall.chain((tickets) =>
        fc.tuple(fc.constant(tickets), fc.shuffledSubarray(tickets, { minLength: tickets.length })),
      ),
      passed,
      ([tickets, shuffled], passedOver) => {
        const order = ids(callingOrder(tickets, passedOver, NOW));
        expect([...order].sort()).toEqual(ids(tickets).sort());
        expect(ids(callingOrder(shuffled, passedOver, NOW))).toEqual(order);
      },
    ),
  );
});

test('ordering what is ordered changes nothing', () => {
  fc.assert(
    fc.property(hall, passed, (tickets, passedOver) => {
      const order = callingOrder(tickets, passedOver, NOW);
      expect(callingOrder(order, passedOver, NOW)).toEqual(order);
    }),
  );
});

test('overtaking is bounded: of any four calls in a row, one is for the longest waiting', () => {
  fc.assert(
    fc.property(hall, passed, (tickets, passedOver) => {
      let left = [...tickets].sort((one, other) => one.place - other.place || one.sequence - other.sequence);
      let ahead = passedOver;
      for (const ticket of callingOrder(tickets, passedOver, NOW)) {
        ahead = ticket.id === left[0]?.id ? 0 : ahead + 1;
        expect(ahead).toBeLessThanOrEqual(MOST_PASSED_OVER);
        left = left.filter(({ id }) => id !== ticket.id);
      }
    }),
  );
});

test('nobody starves: with m before it a ticket is called within (m + 1) × 4 calls, whoever keeps coming', () => {
  fc.assert(
    fc.property(hall, passed, fc.boolean(), (tickets, passedOver, withAppointment) => {
      fc.pre(tickets.length > 0);
      const before = [...tickets].sort((a, b) => a.place - b.place || a.sequence - b.sequence);
      const last = before.at(-1);
      let waiting: Queued[] = before;
      let state = passedOver;
      let calls = 0;
      while (waiting.some(({ id }) => id === last?.id)) {
        calls += 1;
        // Before every call somebody comes who may be called earlier.
        const late: Queued = {
          id: `late-${calls}`,
          place: 1_000 + calls,
          sequence: 1_000 + calls,
          ahead: true,
          appointmentAt: withAppointment ? NOW : null,
        };
        waiting = [...waiting, late];
        const called = callingOrder(waiting, state, NOW)[0];
        state = waiting[0]?.id === called?.id ? 0 : state + 1;
        waiting = waiting.filter(({ id }) => id !== called?.id);
        expect(calls).toBeLessThanOrEqual(before.length * (MOST_PASSED_OVER + 1));
      }
    }),
    { numRuns: 50 },
  );
});

test('a due appointment goes before priority, and priority before the rest, unless the longest waiting has its turn', () => {
  fc.assert(
    fc.property(hall, passed, (tickets, passedOver) => {
      const due = tickets.filter(
        ({ appointmentAt }) =>
          appointmentAt !== null && appointmentAt >= NOW - 60 * MINUTE && appointmentAt <= NOW + 15 * MINUTE,
      );
      const first = callingOrder(tickets, passedOver, NOW)[0];
      const oldest = [...tickets].sort((a, b) => a.place - b.place || a.sequence - b.sequence)[0];
      if (first === undefined || first.id === oldest?.id) return;
      expect(passedOver).toBeLessThan(MOST_PASSED_OVER);
      if (due.length > 0)
        expect(first.appointmentAt).toBe(Math.min(...due.map(({ appointmentAt }) => appointmentAt ?? 0)));
      else expect(first.ahead).toBe(true);
    }),
  );
});

test('one morning, by hand', () => {
  const letters = [...'aaaaPPPPP'].map(
    (kind, index): Queued => ({
      id: `${kind}${index}`,
      place: index,
      sequence: index,
      ahead: kind === 'P',
      appointmentAt: null,
    }),
  );
  expect(ids(callingOrder(letters, 0, NOW))).toEqual(['P4', 'P5', 'P6', 'a0', 'P7', 'P8', 'a1', 'a2', 'a3']);
  expect(ids(callingOrder(letters, MOST_PASSED_OVER, NOW))[0]).toBe('a0');
  expect(chooseNext({ oldest: null, appointment: null, ahead: null }, 0)).toBeNull();
});

test('an appointment counts from a quarter of an hour before until an hour after', () => {
  const first = (minutes: number) =>
    callingOrder(
      [
        { id: 'first', place: 0, sequence: 0, ahead: false, appointmentAt: null },
        { id: 'appointed', place: 1, sequence: 1, ahead: false, appointmentAt: NOW + minutes * MINUTE },
      ],
      0,
      NOW,
    )[0]?.id;
  expect([16, 15, 0, -60, -61].map(first)).toEqual(['first', 'appointed', 'appointed', 'appointed', 'first']);
});
