import type { Instant } from '../../contract/domain/identifiers.ts';
import type { PrintJob, PrintProblem } from '../../contract/domain/print.ts';
import { refusal } from '../rpc/refusal.ts';
import type { ReadableDatabase, WritableDatabase } from '../store/database.ts';
import {
  insertPrintJob,
  jobsIn,
  nextCopy,
  readPaper,
  readPrintJob,
  updatePrintJob,
} from '../store/tables/print-jobs.ts';
import { type Paper, paperSchema } from './paper/paper.ts';
import { nextPrintState, type PrintEvent } from './print-state.ts';

export interface NewPrintJob {
  readonly id: string;
  readonly subjectId: string;
  readonly label: string;
  readonly paper: Paper;
  readonly reprintReason: string | null;
}

/** Writes a job down. The same id for the same paper is the same job; for another paper it is a `CONFLICT`. */
export function addPrintJob(database: WritableDatabase, wanted: NewPrintJob, at: Instant): PrintJob {
  const { id, subjectId, label, paper, reprintReason } = wanted;
  const known = readPrintJob(database, id);
  if (known !== null) {
    const same =
      known.kind === paper.kind && known.subjectId === subjectId && known.reprintReason === reprintReason;
    if (!same) throw refusal('CONFLICT');
    return known;
  }
  const job: PrintJob = {
    id,
    kind: paper.kind,
    subjectId,
    label,
    state: 'waiting',
    problem: null,
    copy: nextCopy(database, subjectId, paper.kind),
    reprintReason,
    createdAt: at,
    finishedAt: null,
  };
  insertPrintJob(database, job, JSON.stringify(paper));
  return job;
}

/** Moves a job by an event; null, and nothing changed, when the event has no place in its state. */
export function movePrintJob(
  database: WritableDatabase,
  id: string,
  event: PrintEvent,
  at: Instant,
): PrintJob | null {
  const job = requirePrintJob(database, id);
  const state = nextPrintState(job.state, event);
  if (state === null) return null;
  const problem: PrintProblem | null = 'problem' in event ? event.problem : null;
  const unfinished = state === 'waiting' || state === 'printing';
  const moved: PrintJob = { ...job, state, problem, finishedAt: unfinished ? null : at };
  updatePrintJob(database, moved);
  return moved;
}

/** Throws `NOT_FOUND`. */
export function requirePrintJob(database: ReadableDatabase, id: string): PrintJob {
  const job = readPrintJob(database, id);
  if (job === null) throw refusal('NOT_FOUND');
  return job;
}

/** Throws `NOT_FOUND`. */
export function requirePaper(database: ReadableDatabase, id: string): Paper {
  const text = readPaper(database, id);
  if (text === null) throw refusal('NOT_FOUND');
  return paperSchema.parse(JSON.parse(text));
}

/** Whoever asked for a paper longer ago than this has gone, and a paper nobody waits for must not come out. */
const STALE_MS = 15 * 60_000;
/** More than can be under way at a crash, few enough for one transaction. */
const MOST_AT_RESTART = 1_000;

/** What the last run left unfinished: of what was printing nobody knows, and what waited too long is given up. */
export function recoverPrintJobs(database: WritableDatabase, at: Instant): void {
  const problem = 'station-restarted';
  for (const { id } of jobsIn(database, 'printing', MOST_AT_RESTART))
    movePrintJob(database, id, { kind: 'became-uncertain', problem }, at);
  for (const { id, createdAt } of jobsIn(database, 'waiting', MOST_AT_RESTART))
    if (at - createdAt > STALE_MS) movePrintJob(database, id, { kind: 'did-not-print', problem }, at);
}
