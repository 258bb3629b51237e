import { type PrintJob, printJobSchema } from '../../../contract/domain/print.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const JOB = `id, kind, subject_id AS subjectId, label, state, problem, copy, reprint_reason AS reprintReason,
  created_at AS createdAt, finished_at AS finishedAt`;

/** `paper` is the JSON of what is printed. */
export function insertPrintJob(database: WritableDatabase, job: PrintJob, paper: string): void {
  database.run(
    `INSERT INTO print_jobs (id, kind, subject_id, label, state, problem, copy, reprint_reason, created_at,
       finished_at, paper)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    job.id,
    job.kind,
    job.subjectId,
    job.label,
    job.state,
    job.problem,
    job.copy,
    job.reprintReason,
    job.createdAt,
    job.finishedAt,
    paper,
  );
}

export function updatePrintJob(
  database: WritableDatabase,
  job: Pick<PrintJob, 'id' | 'state' | 'problem' | 'finishedAt'>,
): void {
  database.run(
    'UPDATE print_jobs SET state = ?, problem = ?, finished_at = ? WHERE id = ?',
    job.state,
    job.problem,
    job.finishedAt,
    job.id,
  );
}

export function readPrintJob(database: ReadableDatabase, id: string): PrintJob | null {
  const row = database.get<PrintJob>(`SELECT ${JOB} FROM print_jobs WHERE id = ?`, id);
  return row === undefined ? null : printJobSchema.parse(row);
}

/** JSON of what the job prints. */
export function readPaper(database: ReadableDatabase, id: string): string | null {
  return database.get<{ paper: string }>('SELECT paper FROM print_jobs WHERE id = ?', id)?.paper ?? null;
}

/** The oldest job that waits. */
export function nextPrintJob(database: ReadableDatabase): PrintJob | null {
  return jobsIn(database, 'waiting', 1)[0] ?? null;
}

/** Oldest first. */
export function jobsIn(database: ReadableDatabase, state: PrintJob['state'], limit: number): PrintJob[] {
  return database
    .all<PrintJob>(`SELECT ${JOB} FROM print_jobs WHERE state = ? ORDER BY sequence LIMIT ?`, state, limit)
    .map((row) => printJobSchema.parse(row));
}

/** The number the next copy of a paper gets: 1 when it was never asked for. */
export function nextCopy(database: ReadableDatabase, subjectId: string, kind: PrintJob['kind']): number {
  const row = database.get<{ copy: number | null }>(
    'SELECT max(copy) AS copy FROM print_jobs WHERE subject_id = ? AND kind = ?',
    subjectId,
    kind,
  );
  return (row?.copy ?? 0) + 1;
}

/** Newest first: jobs someone must answer for or act on, unless a later copy of the same paper took their place. */
export function openPrintJobs(database: ReadableDatabase, limit: number): PrintJob[] {
  return database
    .all<PrintJob>(
      `SELECT ${JOB} FROM print_jobs AS job
       WHERE state IN ('uncertain', 'not-printed') AND NOT EXISTS (
         SELECT 1 FROM print_jobs AS later
         WHERE later.subject_id = job.subject_id AND later.kind = job.kind AND later.copy > job.copy)
       ORDER BY sequence DESC LIMIT ?`,
      limit,
    )
    .map((row) => printJobSchema.parse(row));
}

/** Newest first. `after` is the `next` of the page before; anything else reads from the start. */
export function printJobPage(
  database: ReadableDatabase,
  after: string | null,
  limit: number,
): { rows: PrintJob[]; next: string | null } {
  const below = after !== null && /^\d{1,15}$/.test(after) ? Number(after) : Number.MAX_SAFE_INTEGER;
  const rows = database.all<PrintJob & { sequence: number }>(
    `SELECT sequence, ${JOB} FROM print_jobs WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`,
    below,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ sequence: _, ...job }) => printJobSchema.parse(job)),
    next: rows.length > limit && last ? String(last.sequence) : null,
  };
}
