import type { Complaint, ComplaintState, OfficeReply } from '../../../contract/domain/complaint.ts';
import type { Instant } from '../../../contract/domain/identifiers.ts';
import {
  type SatisfactionScore,
  SURVEY_ELEMENTS,
  type SurveyAnswers,
  type SurveyElement,
} from '../../../contract/domain/satisfaction.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { cutPage, type Page, readCursor } from '../page.ts';
import { mediaOfComplaint } from './complaint-media.ts';

const COMPLAINT = `id, code, kind, text, sent_at AS sentAt, answer, answered_at AS answeredAt,
  office_state AS officeState, office_answer AS officeAnswer, office_at AS officeAt`;
const COLUMNS = SURVEY_ELEMENTS.join(', ');
const SUMS = SURVEY_ELEMENTS.map((element) => `sum(${element}) AS ${element}`).join(', ');

/** The same id again changes nothing. `month` as `2026-11`. */
export function addRating(
  database: WritableDatabase,
  id: string,
  month: string,
  score: SatisfactionScore,
): void {
  database.run('INSERT INTO ratings VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING', id, month, score);
}

/** The same id again changes nothing. */
export function addSurvey(
  database: WritableDatabase,
  id: string,
  month: string,
  answers: SurveyAnswers,
): void {
  database.run(
    `INSERT INTO surveys (id, month, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
    id,
    month,
    ...SURVEY_ELEMENTS.map((element) => answers[element]),
  );
}

export function readRating(
  database: ReadableDatabase,
  id: string,
): { readonly month: string; readonly score: number } | null {
  const row = database.get<{ month: string; score: number }>(
    'SELECT month, score FROM ratings WHERE id = ?',
    id,
  );
  return row ?? null;
}

export function readSurvey(
  database: ReadableDatabase,
  id: string,
): { readonly month: string; readonly answers: Readonly<Record<SurveyElement, number>> } | null {
  const row = database.get<{ month: string } & Record<SurveyElement, number>>(
    `SELECT month, ${COLUMNS} FROM surveys WHERE id = ?`,
    id,
  );
  if (row === undefined) return null;
  const { month, ...answers } = row;
  return { month, answers };
}

export interface SurveySums extends Readonly<Record<SurveyElement, number>> {
  readonly n: number;
}

export const FEEDBACK_MONTHS = `SELECT month FROM ratings UNION SELECT month FROM surveys
  ORDER BY month DESC LIMIT ?`;

/** Months anybody said something in, newest first. */
export function feedbackMonths(database: ReadableDatabase, limit: number): string[] {
  return database.all<{ month: string }>(FEEDBACK_MONTHS, limit).map(({ month }) => month);
}

export const SURVEY_SUMS = `SELECT count(*) AS n, ${SUMS} FROM surveys WHERE month = ?`;

/** Null when nobody answered the survey in that month. */
export function surveySums(database: ReadableDatabase, month: string): SurveySums | null {
  const sums = database.get<SurveySums>(SURVEY_SUMS, month);
  return sums && sums.n > 0 ? sums : null;
}

export const RATING_COUNTS = 'SELECT score, count(*) AS n FROM ratings WHERE month = ? GROUP BY score';

export function ratingCounts(database: ReadableDatabase, month: string): { score: number; n: number }[] {
  return database.all<{ score: number; n: number }>(RATING_COUNTS, month);
}

export function insertComplaint(
  database: WritableDatabase,
  complaint: Omit<Complaint, 'media' | 'office'>,
  printJobId: string,
): void {
  database.run(
    `INSERT INTO complaints (id, code, kind, text, print_job_id, sent_at, answer, answered_at)
     VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)`,
    complaint.id,
    complaint.code,
    complaint.kind,
    complaint.text,
    printJobId,
    complaint.sentAt,
  );
}

/** Without what stands in its own table. */
interface ComplaintRow extends Omit<Complaint, 'media' | 'office'> {
  readonly officeState: ComplaintState | null;
  readonly officeAnswer: string | null;
  readonly officeAt: Instant | null;
}

function toComplaint(
  database: ReadableDatabase,
  { officeState, officeAnswer, officeAt, ...rest }: ComplaintRow,
): Complaint {
  const isHeard = officeState !== null && officeAt !== null;
  return {
    ...rest,
    media: mediaOfComplaint(database, rest.id),
    office: isHeard ? { state: officeState, answer: officeAnswer, at: officeAt } : null,
  };
}

/** What the office said of it last. One of a life of this station that its store does not know any more is passed over. */
export function setOfficeReply(
  database: WritableDatabase,
  id: string,
  { state, answer, at }: OfficeReply,
): void {
  database.run(
    'UPDATE complaints SET office_state = ?, office_answer = ?, office_at = ? WHERE id = ?',
    state,
    answer,
    at,
    id,
  );
}

export function readComplaint(database: ReadableDatabase, id: string): Complaint | null {
  const row = database.get<ComplaintRow>(`SELECT ${COMPLAINT} FROM complaints WHERE id = ?`, id);
  return row ? toComplaint(database, row) : null;
}

export function findComplaint(database: ReadableDatabase, code: string): Complaint | null {
  const row = database.get<ComplaintRow>(`SELECT ${COMPLAINT} FROM complaints WHERE code = ?`, code);
  return row ? toComplaint(database, row) : null;
}

export function complaintPrintJob(database: ReadableDatabase, id: string): string | null {
  const row = database.get<{ jobId: string }>(
    'SELECT print_job_id AS jobId FROM complaints WHERE id = ?',
    id,
  );
  return row?.jobId ?? null;
}

export function setAnswer(database: WritableDatabase, id: string, answer: string, at: Instant): void {
  database.run('UPDATE complaints SET answer = ?, answered_at = ? WHERE id = ?', answer, at, id);
}

export function countOpenComplaints(database: ReadableDatabase): number {
  return database.get<{ n: number }>('SELECT count(*) AS n FROM complaints WHERE answered = 0')?.n ?? 0;
}

export const COMPLAINT_PAGE = `SELECT ${COMPLAINT}, answered, sequence FROM complaints
  WHERE answered >= ? AND (answered > ? OR sequence < ?) ORDER BY answered, sequence DESC LIMIT ?`;

/** Those without an answer first, then newest first. */
export function complaintPage(
  database: ReadableDatabase,
  after: string | null,
  limit: number,
): Page<Complaint> {
  const [answered = 0, sequence = Number.MAX_SAFE_INTEGER] = readCursor(after, 2) ?? [];
  const rows = database.all<ComplaintRow & { answered: number; sequence: number }>(
    COMPLAINT_PAGE,
    answered,
    answered,
    sequence,
    limit + 1,
  );
  return cutPage(
    rows,
    limit,
    (row) => `${row.answered}:${row.sequence}`,
    ({ answered: _answered, sequence: _sequence, ...row }) => toComplaint(database, row),
  );
}
