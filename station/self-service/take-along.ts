import { documentAnswersSchema } from '../../contract/domain/draft.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Ticket } from '../../contract/domain/ticket.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { beginDraft } from '../registration/begin-draft.ts';
import { changeDraft } from '../registration/change-draft.ts';
import { checkValues } from '../registration/check-values.ts';
import { openDraft, readValues } from '../registration/open-draft.ts';
import { badRequest, refusal } from '../rpc/refusal.ts';
import type { WritableDatabase } from '../store/database.ts';
import { deleteCitizenDraft, moveCitizenPictures, readCitizenDraft } from '../store/tables/citizen-drafts.ts';

/**
 * Makes what a citizen filled in alone the officers' draft of a ticket, under the same id, in the caller's transaction.
 * `NOT_FOUND` when there is none, `BAD_REQUEST` for another service's. An answer that a newer catalog no longer asks for
 * is left behind.
 */
export function takeAlong(
  database: WritableDatabase,
  catalogs: Catalogs,
  draftId: string,
  ticket: Pick<Ticket, 'id' | 'number' | 'serviceKey'>,
  at: Instant,
): void {
  const filled = readCitizenDraft(database, draftId);
  if (!filled) throw refusal('NOT_FOUND');
  if (filled.serviceKey !== ticket.serviceKey) throw badRequest([{ at: 'draftId', code: 'another-service' }]);
  const { row } = beginDraft(
    database,
    catalogs,
    {
      id: draftId,
      serviceKey: ticket.serviceKey,
      officerId: null,
      ticket,
      correction: null,
      documentAnswers: documentAnswersSchema.parse(JSON.parse(filled.documentAnswers)),
    },
    at,
  );
  const draft = openDraft(row, catalogs);
  const fitting = Object.entries(readValues(filled.values)).filter(
    ([key, value]) => checkValues(draft.service, { [key]: value }).length === 0,
  );
  changeDraft(database, draft, { values: Object.fromEntries(fitting) }, at);
  moveCitizenPictures(database, draftId);
  deleteCitizenDraft(database, draftId);
}
