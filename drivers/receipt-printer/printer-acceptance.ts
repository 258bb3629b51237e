import { expect, test } from 'vitest';
import { encodeReceipt } from './encode-receipt.ts';
import { begins, type PrinterAcceptanceRig, reaches } from './printer-acceptance-rig.ts';

/** A job whose every line carries its name, so that what came out can be counted. */
function job(name: string, lines = 6): Uint8Array {
  return encodeReceipt(
    {
      blocks: [
        ...Array.from({ length: lines }, (_, index) => ({
          kind: 'text' as const,
          text: `${name} ${index + 1}/${lines}`,
        })),
        { kind: 'cut' },
      ],
    },
    58,
  );
}

/** Over 5 kB: the printer's 4 kB buffer is full while a write is still under way. */
const LONG = 500;

function count(printed: string, line: string): number {
  return printed.split('\n').filter((candidate) => candidate === line).length;
}

/** What the station relies on from the printer driver, over any bus. */
export function acceptPrinterManager(
  createRig: (options?: { plugged?: boolean }) => Promise<PrinterAcceptanceRig>,
) {
  test('becomes ready when plugged in, prints, and knows that it printed', async () => {
    const rig = await createRig();
    expect(await rig.print(job('A'))).toEqual({ outcome: 'printed' });
    expect(rig.states).toEqual(['opening', 'ready', 'busy', 'ready']);
    expect(rig.printer.takePaper().map((piece) => piece.text.length)).toEqual([6]);
    expect(rig.printer.problems).toEqual([]);
  });

  test('closing while the printer is being opened ends without more time passing', async () => {
    const rig = await createRig({ plugged: false });
    rig.plug();
    await rig.until(() => rig.manager.snapshot().state.name === 'opening', 5_000);
    await rig.manager.close();
    expect(rig.manager.snapshot().state.name).toBe('absent');
  });

  test('answers at once when there is no printer', async () => {
    const rig = await createRig({ plugged: false });
    expect(await rig.manager.print(job('A'))).toEqual({ outcome: 'not-printed', reason: 'printer-absent' });
  });

  test.each([
    ['paper-out', 'out', false],
    ['cover-open', 'ok', true],
  ] as const)(
    '%s before a job: nothing is sent, and it prints once put right',
    async (reason, paper, coverOpen) => {
      const rig = await createRig();
      rig.printer.setPaper(paper);
      rig.printer.setCover(coverOpen);
      await reaches(rig, { name: 'faulted', reason, holdsWork: false });
      expect(await rig.print(job('A'))).toEqual({ outcome: 'not-printed', reason });
      rig.printer.setPaper('ok');
      rig.printer.setCover(false);
      await reaches(rig, { name: 'ready' });
      expect(rig.printed()).toBe('');
      expect(await rig.print(job('A'))).toEqual({ outcome: 'printed' });
    },
  );

  test('paper out in the middle holds the job; a new roll lets it finish, once', async () => {
    const rig = await createRig();
    rig.printer.endPaperAfter(3);
    const printing = rig.manager.print(job('A'));
    await reaches(rig, { name: 'faulted', reason: 'paper-out', holdsWork: true }, 10_000);
    rig.printer.setPaper('ok');
    expect(await rig.finish(printing)).toEqual({ outcome: 'printed' });
    expect(rig.printed().split('\n')).toEqual([1, 2, 3, 4, 5, 6].map((line) => `A ${line}/6`));
    expect(rig.states).toEqual(['opening', 'ready', 'busy', 'faulted:paper-out', 'busy', 'ready']);
  });

  test('paper out with a full buffer is noticed and survived too', async () => {
    const rig = await createRig();
    rig.printer.endPaperAfter(3);
    const printing = rig.manager.print(job('A', LONG));
    await reaches(rig, { name: 'faulted', reason: 'paper-out', holdsWork: true }, 10_000);
    rig.printer.setPaper('ok');
    expect(await rig.finish(printing)).toEqual({ outcome: 'printed' });
    expect(rig.printed().split('\n')).toHaveLength(LONG);
  });

  test.each([6, LONG])(
    'a job of %i lines without new paper ends as uncertain and never comes out later',
    async (lines) => {
      const rig = await createRig();
      rig.printer.endPaperAfter(3);
      expect(await rig.print(job('A', lines))).toEqual({ outcome: 'uncertain', reason: 'paper-out' });
      rig.printer.setPaper('ok');
      await rig.linger(30_000);
      expect(rig.printed().split('\n')).toHaveLength(3);
      expect(await rig.print(job('B'))).toEqual({ outcome: 'printed' });
      const pieces = rig.printer.takePaper();
      expect(pieces.map((piece) => piece.text.map((line) => line.at(0)).join(''))).toEqual(['AAA', 'BBBBBB']);
    },
  );

  test('the cover opened in the middle holds the job until it is closed', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(100);
    const printing = rig.manager.print(job('A', 40));
    await begins(rig);
    rig.printer.setCover(true);
    await rig.linger(20_000);
    expect(rig.manager.snapshot().state).toEqual({ name: 'faulted', reason: 'cover-open', holdsWork: true });
    rig.printer.setCover(false);
    expect(await rig.finish(printing)).toEqual({ outcome: 'printed' });
    expect(rig.printed().split('\n')).toHaveLength(40);
  });

  test('a cutter error in the middle ends as uncertain when nobody clears it', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(100);
    const printing = rig.manager.print(job('A', 40));
    await begins(rig);
    rig.printer.setError('cutter');
    expect(await rig.finish(printing)).toEqual({ outcome: 'uncertain', reason: 'cutter' });
  });

  test('unplugged in the middle: uncertain at once, ready again within 5 s of replugging, nothing printed twice', async () => {
    const rig = await createRig();
    rig.unplugAfter(2_000);
    const printing = rig.manager.print(job('A', LONG));
    expect(await rig.finish(printing)).toEqual({ outcome: 'uncertain', reason: 'unplugged' });
    await reaches(rig, { name: 'absent' });
    expect(rig.manager.snapshot()).toEqual({ state: { name: 'absent' }, model: null, paperNearEnd: false });
    rig.plug();
    await reaches(rig, { name: 'ready' });
    const before = rig.printed();
    await rig.linger(60_000);
    expect(rig.printed()).toBe(before);
    expect(await rig.print(job('B'))).toEqual({ outcome: 'printed' });
    expect(rig.printer.takePaper().at(-1)?.text[0]).toBe('B 1/6');
  });

  test('unplugged before anything printable went out: not printed', async () => {
    const rig = await createRig();
    rig.unplugAfter(20);
    expect(await rig.print(job('A'))).toEqual({ outcome: 'not-printed', reason: 'unplugged' });
    expect(rig.printed()).toBe('');
  });

  test('a waiting job is refused when the printer goes', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(100);
    const first = rig.manager.print(job('A', 40));
    const second = rig.manager.print(job('B'));
    await begins(rig);
    rig.unplug();
    expect(await rig.finish(first)).toEqual({ outcome: 'uncertain', reason: 'unplugged' });
    // Which of the two depends on what is noticed first, the failed transfer or the empty bus.
    const refused = await rig.finish(second);
    expect([
      { outcome: 'not-printed', reason: 'printer-absent' },
      { outcome: 'not-printed', reason: 'unplugged' },
    ]).toContainEqual(refused);
  });

  test('a stalled endpoint: not printed, and usable again when the stall ends', async () => {
    const rig = await createRig();
    rig.printer.setStall('out');
    expect(await rig.print(job('A'))).toEqual({ outcome: 'not-printed', reason: 'stalled' });
    await reaches(rig, { name: 'faulted', reason: 'stalled', holdsWork: false });
    rig.printer.setStall('none');
    await reaches(rig, { name: 'ready' });
    expect(await rig.print(job('A'))).toEqual({ outcome: 'printed' });
  });

  test.each(['in', 'out'] as const)('a stall (%s) in the middle: uncertain', async (stall) => {
    const rig = await createRig();
    rig.printer.setSpeed(50);
    const printing = rig.manager.print(job('A', LONG));
    await begins(rig);
    rig.printer.setStall(stall);
    expect(await rig.finish(printing)).toEqual({ outcome: 'uncertain', reason: 'stalled' });
  });

  test('a printer that never answers is a fault, and recovers when it does', async () => {
    const rig = await createRig({ plugged: false });
    rig.printer.setAnswers('silent');
    rig.plug();
    await reaches(rig, { name: 'faulted', reason: 'silent', holdsWork: false });
    expect(await rig.manager.print(job('A'))).toEqual({ outcome: 'not-printed', reason: 'silent' });
    rig.printer.setAnswers('normal');
    await reaches(rig, { name: 'ready' });
    expect(await rig.print(job('A'))).toEqual({ outcome: 'printed' });
  });

  test('a printer that goes silent in the middle: the paper is out, the result uncertain, and it is not printed again', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(10);
    const printing = rig.manager.print(job('A', 40));
    await begins(rig);
    rig.printer.setAnswers('silent');
    expect(await rig.finish(printing)).toEqual({ outcome: 'uncertain', reason: 'silent' });
    rig.printer.setAnswers('normal');
    await rig.linger(30_000);
    expect(count(rig.printed(), 'A 40/40')).toBe(1);
  });

  test('garbage for an answer proves nothing', async () => {
    const rig = await createRig();
    rig.printer.setAnswers('garbage');
    expect(await rig.print(job('A'))).toEqual({ outcome: 'not-printed', reason: 'error' });
    await reaches(rig, { name: 'faulted', reason: 'error', holdsWork: false });
    rig.printer.setAnswers('normal');
    await reaches(rig, { name: 'ready' });
    rig.printer.setSpeed(10);
    const printing = rig.manager.print(job('B', 40));
    await begins(rig);
    rig.printer.setAnswers('garbage');
    expect(await rig.finish(printing)).toEqual({ outcome: 'uncertain', reason: 'error' });
  });

  test('a slow printer with a full buffer is waited for', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(80);
    expect(await rig.print(job('A', LONG))).toEqual({ outcome: 'printed' });
    expect(rig.printed().split('\n')).toHaveLength(LONG);
    expect(rig.states).toEqual(['opening', 'ready', 'busy', 'ready']);
  });

  test('aborting: before the start and in the queue nothing prints, in the middle it is uncertain', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(100);
    expect(await rig.manager.print(job('A'), { signal: AbortSignal.abort() })).toEqual({
      outcome: 'not-printed',
      reason: 'aborted',
    });
    const [one, two] = [new AbortController(), new AbortController()];
    const first = rig.manager.print(job('B', 40), { signal: one.signal });
    const second = rig.manager.print(job('C'), { signal: two.signal });
    await begins(rig);
    two.abort();
    expect(await second).toEqual({ outcome: 'not-printed', reason: 'aborted' });
    one.abort(new Error('the officer cancelled'));
    expect(await rig.finish(first)).toEqual({ outcome: 'uncertain', reason: 'aborted' });
    expect(await rig.print(job('D'))).toEqual({ outcome: 'printed' });
    expect(rig.printed()).not.toContain('C');
  });

  test('a printer another program holds is a fault until it is let go', async () => {
    const rig = await createRig({ plugged: false });
    rig.occupy(true);
    rig.plug();
    await reaches(rig, { name: 'faulted', reason: 'held-elsewhere', holdsWork: false });
    expect(await rig.manager.print(job('A'))).toEqual({ outcome: 'not-printed', reason: 'held-elsewhere' });
    rig.occupy(false);
    await reaches(rig, { name: 'ready' });
    expect(await rig.print(job('A'))).toEqual({ outcome: 'printed' });
  });

  test('says when the paper is nearly at its end, and prints on', async () => {
    const rig = await createRig();
    rig.printer.setPaper('near-end');
    await rig.until(() => rig.manager.snapshot().paperNearEnd, 5_000);
    expect(rig.manager.snapshot().state.name).toBe('ready');
    expect(await rig.print(job('A'))).toEqual({ outcome: 'printed' });
  });

  test('jobs come out in the order they were given; a queue past its bound refuses', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(1);
    const results = Array.from({ length: 25 }, (_, index) => rig.manager.print(job(`J${index}`, 1)));
    const outcomes = await rig.finish(Promise.all(results));
    const accepted = outcomes.filter((result) => result.outcome === 'printed').length;
    expect(outcomes.slice(accepted)).toEqual(
      Array.from({ length: 25 - accepted }, () => ({ outcome: 'not-printed', reason: 'busy' })),
    );
    expect(accepted).toBeGreaterThanOrEqual(20);
    expect(rig.printed().split('\n')).toEqual(
      Array.from({ length: accepted }, (_, index) => `J${index} 1/1`),
    );
  });

  test('closing in the middle of a job settles everything and leaves no timer behind', async () => {
    const rig = await createRig();
    rig.printer.setSpeed(100);
    const printing = rig.manager.print(job('A', 40));
    const waiting = rig.manager.print(job('B'));
    await begins(rig);
    await rig.finish(rig.manager.close());
    expect(await printing).toEqual({ outcome: 'uncertain', reason: 'aborted' });
    expect(await waiting).toEqual({ outcome: 'not-printed', reason: 'aborted' });
    expect(await rig.manager.print(job('C'))).toEqual({ outcome: 'not-printed', reason: 'aborted' });
    await rig.linger(10_000);
    expect(rig.pendingTimers()).toBe(0);
  });
}
