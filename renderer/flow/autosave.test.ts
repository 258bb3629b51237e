import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../../contract/domain/draft.ts';
import type { FieldValue } from '../../contract/domain/form.ts';
import { createAutosave, type Values } from './autosave.ts';

const emptyDraft: Draft = {
  id: '01990000-0000-7000-8000-000000000001',
  serviceKey: 'passport',
  catalogVersion: 1,
  ticketId: null,
  ticketNumber: null,
  revision: 0,
  values: {},
  attachments: [],
  issues: [],
  leftForOffice: [],
  currentStep: 'identity',
  createdAt: 0,
  savedAt: 0,
  remarks: {},
};

/** A station that answers when told to, and a timer that runs out when told to. */
function openBench() {
  const stored: Record<string, FieldValue> = {};
  const sent: Values[] = [];
  let answer: ((outcome: 'saved' | 'lost') => void) | null = null;
  let timer: { run: () => void; milliseconds: number } | null = null;
  let shown: Draft = emptyDraft;
  const autosave = createAutosave<Draft>({
    save(values) {
      expect(answer).toBeNull();
      sent.push(values);
      return new Promise((resolve, reject) => {
        answer = (outcome) => {
          answer = null;
          if (outcome === 'lost') return reject(new Error('lost'));
          Object.assign(stored, values);
          return resolve({ ...emptyDraft, values: { ...stored } });
        };
      });
    },
    onSaved(draft) {
      shown = draft;
    },
    schedule(run, milliseconds) {
      expect(timer).toBeNull();
      timer = { run, milliseconds };
      return () => {
        timer = null;
      };
    },
  });
  return {
    autosave,
    stored,
    sent,
    look: (key: string) => (key in autosave.state().typed ? autosave.state().typed[key] : shown.values[key]),
    timer: () => timer?.milliseconds ?? null,
    ring() {
      const due = timer;
      timer = null;
      due?.run();
    },
    waiting: () => answer !== null,
    async answer(outcome: 'saved' | 'lost') {
      answer?.(outcome);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('typing is sent together, soon after the first character', async () => {
  const bench = openBench();
  bench.autosave.change({ name: 'S' });
  bench.autosave.change({ name: 'SI' });
  expect(bench.timer()).toBeLessThanOrEqual(400);
  expect(bench.autosave.state().status).toBe('saving');
  bench.ring();
  expect(bench.sent).toEqual([{ name: 'SI' }]);
  await bench.answer('saved');
  expect(bench.autosave.state().status).toBe('saved');
});

test('an older answer never replaces what is being typed', async () => {
  const bench = openBench();
  bench.autosave.enter('name');
  bench.autosave.change({ name: 'SITI ' });
  bench.ring();
  bench.autosave.change({ name: 'SITI A' });
  await bench.answer('saved');
  expect(bench.look('name')).toBe('SITI A');
  expect(bench.sent.at(-1)).toEqual({ name: 'SITI A' });
  await bench.answer('saved');
  expect(bench.look('name')).toBe('SITI A');
});

test('what the station made of the text is shown only once the field is left', async () => {
  const bench = openBench();
  bench.autosave.enter('name');
  bench.autosave.change({ name: 'siti ' });
  bench.ring();
  await bench.answer('saved');
  bench.stored.name = 'SITI';
  expect(bench.look('name')).toBe('siti ');
  bench.autosave.leave('name');
  expect(bench.autosave.state().typed).toEqual({});
});

test('leaving a field sends at once', () => {
  const bench = openBench();
  bench.autosave.enter('name');
  bench.autosave.change({ name: 'SITI' });
  bench.autosave.leave('name');
  expect(bench.timer()).toBeNull();
  expect(bench.sent).toEqual([{ name: 'SITI' }]);
});

test('a failed save says so, keeps the text and tries again', async () => {
  const bench = openBench();
  bench.autosave.change({ name: 'SITI' });
  const flushed = bench.autosave.flush();
  const refused = expect(flushed).rejects.toThrow('lost');
  await bench.answer('lost');
  await refused;
  expect(bench.autosave.state()).toMatchObject({ status: 'retrying', typed: { name: 'SITI' } });
  bench.ring();
  await bench.answer('saved');
  expect(bench.autosave.state().status).toBe('saved');
  expect(bench.stored).toEqual({ name: 'SITI' });
});

test('flush waits for what is typed while a save is on its way', async () => {
  const bench = openBench();
  bench.autosave.change({ name: 'A' });
  let durable = false;
  const flushed = bench.autosave.flush().then(() => {
    durable = true;
  });
  bench.autosave.change({ name: 'AB' });
  await bench.answer('saved');
  expect(durable).toBe(false);
  await bench.answer('saved');
  await flushed;
  expect(bench.stored).toEqual({ name: 'AB' });
});

test('whatever happens, the screen shows the last text and the station ends up with it', async () => {
  const key = fc.constantFrom('name', 'nik', 'street');
  const move = fc.oneof(
    fc.record({ do: fc.constant('change' as const), key, value: fc.string({ maxLength: 3 }) }),
    fc.record({ do: fc.constantFrom('enter' as const, 'leave' as const), key }),
    fc.record({ do: fc.constantFrom('ring' as const, 'saved' as const, 'lost' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
      const bench = openBench();
      const last: Record<string, FieldValue> = {};
      for (const step of moves) {
        if (step.do === 'change') {
          last[step.key] = step.value;
          bench.autosave.change({ [step.key]: step.value });
        } else if (step.do === 'enter' || step.do === 'leave') bench.autosave[step.do](step.key);
        else if (step.do === 'ring') bench.ring();
        else await bench.answer(step.do);
        for (const [typed, value] of Object.entries(last)) expect(bench.look(typed)).toBe(value);
        const { status, unsaved } = bench.autosave.state();
        expect(status === 'saved').toBe(unsaved.size === 0);
        for (const saved of Object.keys(last).filter((typed) => !unsaved.has(typed)))
          expect(bench.stored[saved]).toBe(last[saved]);
      }
      for (let turn = 0; turn < 4 && bench.autosave.state().status !== 'saved'; turn += 1) {
        bench.ring();
        await bench.answer('saved');
      }
      expect(bench.stored).toEqual(last);
      expect(bench.waiting()).toBe(false);
    }),
  );
});
