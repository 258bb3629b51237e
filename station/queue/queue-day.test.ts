import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../contract/domain/catalog.ts';
import type { PrintJob } from '../../contract/domain/print.ts';
import { ticketPrioritySchema } from '../../contract/domain/ticket.ts';
import { createAudit } from '../audit/audit.ts';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import type { Store, WritableDatabase } from '../store/database.ts';
import { queueCounts, ticketsIn } from '../store/tables/queue-counts.ts';
import { firstWaiting } from '../store/tables/queue-heads.ts';
import { openTestStore } from '../store/test-store.ts';
import { SERVICE } from '../testing/fill-draft.ts';
import { TEST_RESOURCES } from '../testing/test-station.ts';
import type { QueueDependencies } from './dependencies.ts';
import { createQueue } from './queue.ts';
import { MOST_PASSED_OVER } from './scheduler.ts';

const TICKETS = 10_000;
const SECOND = 1_000;
const ACTOR = { face: 'counter', officerId: null } as const;

/** The same numbers in every run: a linear congruential generator (Numerical Recipes, §7.1). */
function createRandom(): () => number {
  let seed = 20_261_124;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

function queueOn(database: WritableDatabase, clock: QueueDependencies['clock']) {
  const catalog = catalogSchema.parse(JSON.parse(readFileSync(join(TEST_RESOURCES, 'catalog.json'), 'utf8')));
  const current = { catalog, receivedAt: null };
  const papers = new Map<string, PrintJob>();
  // One transaction around the day: what is tested is the order, not the disk.
  const store: Store = { read: database, transaction: (work) => work(database), close: () => undefined };
  return createQueue({
    store,
    clock,
    events: createStationEvents(),
    audit: createAudit(clock),
    catalogs: { currentVersion: () => catalog.version, current: () => current, ofVersion: () => catalog },
    printing: {
      enqueue(_database, { id, subjectId, label }, createdAt) {
        const job: PrintJob = {
          id,
          kind: 'ticket',
          subjectId,
          label,
          state: 'printed',
          problem: null,
          copy: 1,
          reprintReason: null,
          createdAt,
          finishedAt: createdAt,
        };
        papers.set(id, job);
        return job;
      },
      find: (_database, id) => papers.get(id) ?? null,
      wake: () => undefined,
    },
    stationName: () => 'Balai Pekon Latihan',
    queueSettings: { counter: () => 1, speech: { volume: 80, quiet: [] } },
  });
}

test('a day of 10,000 tickets: every number once, every ticket closed, every fourth call for the longest waiting', () => {
  using store = openTestStore();
  store.transaction((database) => {
    const random = createRandom();
    const clock = createManualClock();
    const queue = queueOn(database, clock);
    const numbers = new Set<string>();
    let [issued, called, inARow] = [0, 0, 0];

    function come(): void {
      const priority = random() < 0.3 ? ticketPrioritySchema.options[1 + Math.floor(random() * 4)] : 'none';
      const appointmentAt = random() < 0.05 ? clock.now() + Math.floor(random() * 30 * 60 * SECOND) : null;
      const { ticket } = queue.issue(
        {
          id: uuidv7(),
          printJobId: uuidv7(),
          serviceKey: SERVICE,
          priority: priority ?? 'none',
          people: 1 + Math.floor(random() * 5),
          appointmentAt,
          draftId: null,
        },
        ACTOR,
      );
      expect(numbers.has(ticket.number)).toBe(false);
      numbers.add(ticket.number);
      issued += 1;
    }

    function callOne(today: string): void {
      const oldest = firstWaiting(database, today, null, 1)[0];
      const { ticket } = queue.callNext(null, ACTOR);
      if (!ticket) return;
      called += 1;
      inARow = ticket.id === oldest?.id ? 0 : inARow + 1;
      expect(inARow).toBeLessThanOrEqual(MOST_PASSED_OVER);
      const luck = random();
      if (luck < 0.05) queue.move(ticket.id, 'skip', 1, ACTOR);
      else if (luck < 0.08) queue.move(ticket.id, 'no-show', 1, ACTOR);
      else if (luck < 0.1) {
        queue.move(ticket.id, 'hold', 1, ACTOR);
        queue.move(ticket.id, 'resume', 0, ACTOR);
      } else queue.close(ticket.id, 'finished', ACTOR);
    }

    const today = '2026-11-24';
    while (issued < TICKETS) {
      clock.advance(2 * SECOND);
      // People come in waves: now and then the hall fills, and empties again.
      if (random() < 0.52) come();
      else callOne(today);
    }
    while (ticketsIn(queueCounts(database, today), 'waiting') > 0) callOne(today);

    expect(numbers.size).toBe(TICKETS);
    expect(called).toBeGreaterThan(TICKETS);
    const counts = queueCounts(database, today);
    expect(ticketsIn(counts, 'finished') + ticketsIn(counts, 'no-show')).toBe(TICKETS);
    const real = database.all(
      `SELECT letter AS "group", state, lane AS ahead, count(*) AS tickets, sum(people) AS people FROM tickets
       GROUP BY letter, state, lane ORDER BY letter, state, lane`,
    );
    expect(real).toEqual(
      counts.filter(({ tickets }) => tickets > 0).map((count) => ({ ...count, ahead: count.ahead ? 1 : 0 })),
    );
    expect(counts.length).toBeLessThanOrEqual(12);
    expect(queue.desk().upcoming).toEqual([]);
  });
}, 120_000);
