import type { FeedbackItem, FeedbackName } from '../../../contract/central/feedback.ts';
import { feedbackItemSchema } from '../../../contract/central/feedback.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { readComplaint, readRating, readSurvey } from './feedback.ts';
import { setMediaAnnounced, setMediaState, takeBackMedia, waitingAnnouncements } from './media-outbox.ts';

/** Pictures and voice notes have an outbox of their own. */
type Kind = Exclude<FeedbackName['kind'], 'media'>;

interface QueuedName extends FeedbackName {
  readonly kind: Kind;
}

/** A new item waits from now on; one that is there stays as it is. Inside the transaction that keeps the item. */
export function queueFeedback(database: WritableDatabase, kind: Kind, id: string): void {
  database.run('INSERT INTO feedback_outbox (kind, id) VALUES (?, ?) ON CONFLICT DO NOTHING', kind, id);
}

/** An item that changed waits again. Inside the transaction that changes it. */
export function requeueFeedback(database: WritableDatabase, kind: Kind, id: string): void {
  database.run(
    `INSERT INTO feedback_outbox (kind, id) VALUES (?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET revision = revision + 1, refused = NULL`,
    kind,
    id,
  );
}

export const WAITING_FEEDBACK =
  'SELECT kind, id, revision FROM feedback_outbox WHERE waiting = 1 ORDER BY sequence LIMIT ?';

/** Items that central does not have yet, as they stand now, the oldest first; pictures and voice notes are announced after all words. */
export function waitingFeedback(database: ReadableDatabase, limit: number): FeedbackItem[] {
  const said = database.all<QueuedName>(WAITING_FEEDBACK, limit).flatMap((name) => {
    const item = readItem(database, name);
    return item === null ? [] : [item];
  });
  return [...said, ...waitingAnnouncements(database, limit - said.length)];
}

function readItem(database: ReadableDatabase, { kind, id, revision }: QueuedName): FeedbackItem | null {
  switch (kind) {
    case 'rating': {
      const rating = readRating(database, id);
      return rating && feedbackItemSchema.parse({ kind, id, revision, ...rating });
    }
    case 'survey': {
      const survey = readSurvey(database, id);
      return survey && feedbackItemSchema.parse({ kind, id, revision, ...survey });
    }
    case 'complaint': {
      const found = readComplaint(database, id);
      if (found === null) return null;
      const { id: _id, office: _office, ...complaint } = found;
      return feedbackItemSchema.parse({ kind, id, revision, complaint });
    }
  }
}

/** Central has it in this revision; a newer one still waits. */
export function setFeedbackDelivered(database: WritableDatabase, { kind, id, revision }: FeedbackName): void {
  if (kind === 'media') {
    setMediaAnnounced(database, id);
    return;
  }
  database.run(
    'UPDATE feedback_outbox SET delivered = ? WHERE kind = ? AND id = ? AND delivered < ?',
    revision,
    kind,
    id,
    revision,
  );
}

/** Central will never take it as it is; changed, it waits again. */
export function setFeedbackRefused(
  database: WritableDatabase,
  { kind, id }: FeedbackName,
  reason: string,
): void {
  if (kind === 'media') {
    setMediaState(database, id, 'quarantined', reason);
    return;
  }
  database.run('UPDATE feedback_outbox SET refused = ? WHERE kind = ? AND id = ?', reason, kind, id);
}

/** Central went back to a backup: everything waits again, which is harmless for what it still has. */
export function takeBackFeedback(database: WritableDatabase): void {
  takeBackMedia(database);
  database.run('UPDATE feedback_outbox SET delivered = 0');
}
