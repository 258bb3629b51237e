import type { Language } from '../../contract/domain/localized.ts';
import type { PrintJob, PrintProblem } from '../../contract/domain/print.ts';
import { encodeReceipt } from '../../drivers/receipt-printer/encode-receipt.ts';
import type { PaperWidth } from '../../drivers/receipt-printer/paper-width.ts';
import type { PrintReason, PrintResult } from '../../drivers/receipt-printer/print-result.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Printing, PrintRequest } from '../registration/ports.ts';
import { refusal } from '../rpc/refusal.ts';
import type { Store, WritableDatabase } from '../store/database.ts';
import { nextPrintJob, openPrintJobs, printJobPage, readPrintJob } from '../store/tables/print-jobs.ts';
import { layOutPaper } from './paper/paper.ts';
import { paperWords } from './paper/paper-words.ts';
import {
  addPrintJob,
  movePrintJob,
  recoverPrintJobs,
  requirePaper,
  requirePrintJob,
} from './print-ledger.ts';
import type { PrintEvent } from './print-state.ts';

/** What takes encoded papers: the receipt printer's manager. */
export interface PaperPrinter {
  /** Never rejects and never prints anything twice. */
  print(bytes: Uint8Array, options: { readonly signal: AbortSignal }): Promise<PrintResult>;
}

export interface PrintingDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly printer: PaperPrinter;
  readonly paperWidth: () => PaperWidth;
  /** Language of the words that stand on every paper; the citizen's copy is Indonesian. */
  readonly language: Language;
  readonly practice: boolean;
  readonly stationName: () => string;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * The print ledger and the queue that feeds the printer one paper at a time. `wake` it when the printer becomes ready.
 * Every method may throw `StoreError`.
 */
export interface PrintingCapability extends Printing {
  job(jobId: string): PrintJob;
  page(after: string | null, limit: number): { rows: PrintJob[]; next: string | null };
  /** Newest first, at most 20. */
  open(): PrintJob[];
  answerUncertain(jobId: string, cameOut: boolean): PrintJob;
  retry(jobId: string): PrintJob;
  reprint(jobId: string, newJobId: string, reason: string): PrintJob;
  /** With the lines of a device log, where they are wanted. */
  printTest(jobId: string, log?: readonly string[]): PrintJob;
  /** Ends the job under way as the driver sees fit and starts no other. */
  close(): Promise<void>;
}

const MOST_OPEN = 20;
/** A printer that is there is found within this time of a start; a paper that waited for it is then told not printed. */
const FIND_PRINTER_MS = 10_000;
const CANNOT_BE_LAID_OUT: PrintEvent = { kind: 'did-not-print', problem: 'error' };

export function createPrinting(dependencies: PrintingDependencies): PrintingCapability {
  const { store, clock, events, printer, onTrouble } = dependencies;
  const closing = new AbortController();
  const frame = { words: paperWords(dependencies.language), practice: dependencies.practice };
  let draining: Promise<void> | null = null;
  /** Somebody woke the queue since it last began to look for a paper. */
  let woken = false;
  /** How the last paper ended when that could not be written down, on a full disk for one. */
  let owed: { readonly jobId: string; readonly event: PrintEvent } | null = null;

  store.transaction((database) => recoverPrintJobs(database, clock.now()));
  const cancelFirstWake = clock.after(FIND_PRINTER_MS, wake);

  function move(jobId: string, event: PrintEvent): PrintJob | null {
    const moved = store.transaction((database) => movePrintJob(database, jobId, event, clock.now()));
    if (moved) events.publish({ type: 'printing-changed' });
    return moved;
  }

  function wake(): void {
    woken = true;
    if (draining !== null || closing.signal.aborted) return;
    woken = false;
    draining = drain()
      .catch(onTrouble)
      .finally(() => {
        draining = null;
        // A paper that came between the last look and this moment would otherwise wait for the next one.
        if (woken) wake();
      });
  }

  async function drain(): Promise<void> {
    settle();
    for (;;) {
      woken = false;
      const job = closing.signal.aborted ? null : nextPrintJob(store.read);
      if (job === null) return;
      const bytes = encode(job);
      move(job.id, { kind: 'started' });
      const event = bytes === null ? CANNOT_BE_LAID_OUT : await print(bytes);
      owed = { jobId: job.id, event };
      settle();
    }
  }

  function settle(): void {
    if (owed === null) return;
    move(owed.jobId, owed.event);
    owed = null;
  }

  function encode(job: PrintJob): Uint8Array | null {
    try {
      return encodeReceipt(
        layOutPaper(requirePaper(store.read, job.id), job, frame),
        dependencies.paperWidth(),
      );
    } catch (error) {
      onTrouble(error);
      return null;
    }
  }

  async function print(bytes: Uint8Array): Promise<PrintEvent> {
    const result = await printer.print(bytes, { signal: closing.signal });
    if (result.outcome === 'printed') return { kind: 'printed' };
    const problem = toProblem(result.reason);
    return result.outcome === 'uncertain'
      ? { kind: 'became-uncertain', problem }
      : { kind: 'did-not-print', problem };
  }

  /** A second tap finds the job already where the first one brought it. */
  function answer(jobId: string, event: PrintEvent, alreadyDone: readonly PrintJob['state'][]): PrintJob {
    const moved = move(jobId, event);
    if (moved === null) {
      const job = requirePrintJob(store.read, jobId);
      if (!alreadyDone.includes(job.state)) throw refusal('CONFLICT');
      return job;
    }
    wake();
    return moved;
  }

  function add(work: (database: WritableDatabase) => PrintJob): PrintJob {
    const job = store.transaction(work);
    events.publish({ type: 'printing-changed' });
    wake();
    return job;
  }

  return {
    enqueue: (database, request: PrintRequest, at) =>
      addPrintJob(database, { ...request, paper: request.document, reprintReason: null }, at),
    find: readPrintJob,
    wake,
    job: (jobId) => requirePrintJob(store.read, jobId),
    page: (after, limit) => printJobPage(store.read, after, limit),
    open: () => openPrintJobs(store.read, MOST_OPEN),
    answerUncertain: (jobId, cameOut) =>
      cameOut
        ? answer(jobId, { kind: 'came-out' }, ['printed'])
        : answer(jobId, { kind: 'did-not-come-out' }, ['waiting', 'printing']),
    retry: (jobId) => answer(jobId, { kind: 'retried' }, ['waiting', 'printing', 'printed']),
    reprint: (jobId, newJobId, reason) =>
      add((database) => {
        const { subjectId, label, state } = requirePrintJob(database, jobId);
        if (state === 'waiting' || state === 'printing') throw refusal('CONFLICT');
        const paper = requirePaper(database, jobId);
        const wanted = { id: newJobId, subjectId, label, paper, reprintReason: reason };
        return addPrintJob(database, wanted, clock.now());
      }),
    printTest: (jobId, log = []) =>
      add((database) => {
        const at = clock.now();
        const stationName = dependencies.stationName();
        const paper = { kind: 'test' as const, stationName, at, log: [...log] };
        const wanted = { id: jobId, subjectId: jobId, label: 'test', paper, reprintReason: null };
        return addPrintJob(database, wanted, at);
      }),
    async close() {
      cancelFirstWake();
      closing.abort();
      await draining;
    },
  };
}

/** The driver's reason in the ledger's words: a job given up by us was given up because the station ends. */
function toProblem(reason: PrintReason): PrintProblem {
  return reason === 'aborted' ? 'station-restarted' : reason;
}
