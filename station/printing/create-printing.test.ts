import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { PrintJob } from '../../contract/domain/print.ts';
import { formatTicketCode } from '../../contract/domain/ticket-code.ts';
import { type PrintBench, startPrintBench } from './testing/print-bench.ts';
import { specimenReceipt, specimenTicket } from './testing/specimen-papers.ts';

function enqueueTicket(bench: PrintBench, id = v7(), subjectId = v7()): PrintJob {
  const printing = bench.printing();
  const request = { id, subjectId, label: 'A-012', document: specimenTicket };
  const job = bench.store.transaction((database) => printing.enqueue(database, request, bench.clock.now()));
  printing.wake();
  return job;
}

const stateOf = (bench: PrintBench, id: string) => bench.printing().job(id).state;

async function printed(bench: PrintBench, id: string): Promise<void> {
  await bench.pass(() => stateOf(bench, id) === 'printed');
}

test('a ticket comes out as a paper with its number and its code', async () => {
  const bench = await startPrintBench();
  const subjectId = v7();
  const job = enqueueTicket(bench, v7(), subjectId);
  expect(job).toMatchObject({ state: 'waiting', copy: 1, problem: null, finishedAt: null });
  await printed(bench, job.id);
  const [paper] = bench.printer.takePaper();
  expect(paper?.text.join('\n')).toContain('A-012');
  expect(paper?.text.join('\n')).toContain('24 November 2026, 09.05 WIB');
  expect(paper?.codes).toEqual([formatTicketCode(subjectId)]);
  expect(bench.printer.problems).toEqual([]);
  expect(bench.troubles).toEqual([]);
});

test('a paper that comes in the moment the last one is done does not wait for the next', async () => {
  const bench = await startPrintBench();
  // Past the look for papers that a start left waiting.
  const begun = bench.clock.elapsed();
  await bench.pass(() => bench.clock.elapsed() - begun > 15_000);
  const first = enqueueTicket(bench);
  const second = new Promise<PrintJob>((resolve) => {
    const stop = bench.events.subscribe(() => {
      if (stateOf(bench, first.id) !== 'printed') return;
      stop();
      queueMicrotask(() => resolve(enqueueTicket(bench)));
    });
  });
  await printed(bench, first.id);
  await printed(bench, (await second).id);
  expect(bench.printer.takePaper()).toHaveLength(2);
});

test('the same id prints once, and means nothing else', async () => {
  const bench = await startPrintBench();
  const subjectId = v7();
  const job = enqueueTicket(bench, v7(), subjectId);
  await printed(bench, job.id);
  expect(enqueueTicket(bench, job.id, subjectId)).toMatchObject({ state: 'printed', copy: 1 });
  expect(() => enqueueTicket(bench, job.id, v7())).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  expect(bench.printer.takePaper()).toHaveLength(1);
});

test('without paper nothing prints until somebody asks again', async () => {
  const bench = await startPrintBench();
  bench.printer.setPaper('out');
  await bench.pass(() => bench.printer.condition.paper === 'out');
  const job = enqueueTicket(bench);
  await bench.pass(() => stateOf(bench, job.id) === 'not-printed');
  expect(bench.printing().job(job.id)).toMatchObject({ problem: 'paper-out' });
  expect(bench.printing().open()).toHaveLength(1);
  bench.printer.setPaper('ok');
  bench.printing().retry(job.id);
  bench.printing().retry(job.id);
  await printed(bench, job.id);
  expect(bench.printer.takePaper()).toHaveLength(1);
  expect(bench.printing().open()).toEqual([]);
});

test('a plug pulled in the middle leaves the paper uncertain; asked once, it prints as the same copy', async () => {
  const bench = await startPrintBench();
  bench.bus.unplugAfter(bench.printer, 300);
  const job = enqueueTicket(bench);
  await bench.pass(() => stateOf(bench, job.id) === 'uncertain');
  expect(bench.printing().job(job.id).problem).toBe('unplugged');
  bench.bus.plug(bench.printer);
  await bench.pass(() => bench.clock.elapsed() > 60_000);
  expect(stateOf(bench, job.id)).toBe('uncertain');
  bench.printing().answerUncertain(job.id, false);
  await printed(bench, job.id);
  expect(bench.printing().job(job.id).copy).toBe(1);
  expect(bench.printing().answerUncertain(job.id, true).state).toBe('printed');
});

test('a crash while printing makes the paper uncertain, and one that waits still prints', async () => {
  const bench = await startPrintBench();
  bench.printer.setSpeed(500);
  const first = enqueueTicket(bench);
  const second = enqueueTicket(bench);
  await bench.pass(() => stateOf(bench, first.id) === 'printing');
  await bench.crash();
  expect(bench.printing().job(first.id)).toMatchObject({ state: 'uncertain', problem: 'station-restarted' });
  expect(stateOf(bench, second.id)).toBe('waiting');
});

test('a paper nobody waits for any more is given up at a restart', async () => {
  const bench = await startPrintBench();
  bench.printer.setSpeed(500);
  enqueueTicket(bench);
  const second = enqueueTicket(bench);
  bench.clock.jumpTo(bench.clock.now() + 3_600_000);
  await bench.crash();
  expect(bench.printing().job(second.id)).toMatchObject({
    state: 'not-printed',
    problem: 'station-restarted',
  });
});

test('a reprint is a further copy with its reason, and is marked', async () => {
  const bench = await startPrintBench();
  const request = {
    id: v7(),
    subjectId: v7(),
    label: specimenReceipt.trackingCode,
    document: specimenReceipt,
  };
  bench.store.transaction((database) => bench.printing().enqueue(database, request, bench.clock.now()));
  bench.printing().wake();
  await printed(bench, request.id);
  const copyId = v7();
  const copy = bench.printing().reprint(request.id, copyId, 'Basah');
  expect(bench.printing().reprint(request.id, copyId, 'Basah').id).toBe(copy.id);
  expect(copy).toMatchObject({ copy: 2, reprintReason: 'Basah' });
  await printed(bench, copyId);
  const [, second] = bench.printer.takePaper();
  expect(second?.text.join('\n')).toContain('SALINAN KE-2');
  expect(() => bench.printing().reprint(v7(), v7(), 'x')).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
});

test('a test print needs no ticket', async () => {
  const bench = await startPrintBench(58);
  const job = bench.printing().printTest(v7());
  await printed(bench, job.id);
  expect(bench.printer.takePaper()[0]?.text.join(' ')).toContain('CETAK PERCOBAAN');
});
