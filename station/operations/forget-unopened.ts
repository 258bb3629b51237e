import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Audit } from '../audit/audit.ts';
import { dayInWib, startOfDayInWib, workingDayBefore } from '../clock/calendar.ts';
import type { WritableDatabase } from '../store/database.ts';
import { deleteDraft, unopenedDrafts } from '../store/tables/drafts.ts';

/** More than a hall sees in a day; what is left goes with the next sweep. */
const MOST_AT_ONCE = 200;

/**
 * Deletes what a citizen typed alone, with its pictures, when nobody at the counter opened it until the end of the next
 * working day. Until then whoever missed the call, or came too late for it, finds it again under the same number; later a
 * new number is due anyway, and what was typed would only lie here. Answers the ids of what went.
 */
export function forgetUnopenedDrafts(database: WritableDatabase, audit: Audit, at: Instant): string[] {
  const before = startOfDayInWib(workingDayBefore(dayInWib(at)));
  const forgotten = unopenedDrafts(database, before, MOST_AT_ONCE);
  for (const draftId of forgotten) {
    deleteDraft(database, draftId);
    audit.append(database, { action: 'draft-forgotten', outcome: 'done', subjectId: draftId });
  }
  return forgotten;
}
