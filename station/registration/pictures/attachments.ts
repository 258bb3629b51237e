import type { Service } from '../../../contract/domain/catalog.ts';
import type { Attachment, Draft } from '../../../contract/domain/draft.ts';
import { dayInWib } from '../../clock/calendar.ts';
import { badRequest, refusal } from '../../rpc/refusal.ts';
import {
  deletePicture,
  pictureOwner,
  readAttachments,
  readPicture,
  replacePicture,
} from '../../store/tables/draft-attachments.ts';
import { changeDraft } from '../change-draft.ts';
import type { RegistrationDependencies } from '../drafts.ts';
import { type OpenDraft, requireDraft } from '../open-draft.ts';
import { presentDraft } from '../present-draft.ts';
import { examinePicture, type NewPicture } from './examine-picture.ts';

export interface Attachments {
  /** `BAD_PICTURE`, `BAD_REQUEST` for an unknown kind, `CONFLICT` for an id already used for another picture. */
  add(draftId: string, picture: NewPicture): Draft;
  /** `NOT_FOUND` when the draft has no such picture. */
  remove(draftId: string, attachmentId: string): Draft;
  read(draftId: string, attachmentId: string): { attachment: Attachment; bytes: Uint8Array };
}

export function createAttachments(dependencies: RegistrationDependencies): Attachments {
  const { store, clock, events, catalogs, regions } = dependencies;

  function present(draft: OpenDraft): Draft {
    return presentDraft(draft, readAttachments(store.read, draft.row.id), regions, dayInWib(clock.now()));
  }

  function changed(draft: OpenDraft): Draft {
    events.publish({ type: 'draft-changed', draftId: draft.row.id });
    return present(draft);
  }

  return {
    add(draftId, picture) {
      const stored = examinePicture(picture, clock.now());
      const outcome = store.transaction((database) => {
        const draft = requireDraft(database, catalogs, draftId);
        if (!pictureKinds(draft.service).has(picture.kind))
          throw badRequest([{ at: 'kind', code: 'unknown-kind' }]);
        const owner = pictureOwner(database, picture.attachmentId);
        if (owner?.draftId === draftId && owner.sha256 === stored.sha256) return { draft, isNew: false };
        if (owner) throw refusal('CONFLICT');
        replacePicture(database, draftId, stored);
        return { draft: changeDraft(database, draft, {}, clock.now()), isNew: true };
      });
      return outcome.isNew ? changed(outcome.draft) : present(outcome.draft);
    },
    remove(draftId, attachmentId) {
      const draft = store.transaction((database) => {
        const open = requireDraft(database, catalogs, draftId);
        if (!deletePicture(database, draftId, attachmentId)) throw refusal('NOT_FOUND');
        return changeDraft(database, open, {}, clock.now());
      });
      return changed(draft);
    },
    read(draftId, attachmentId) {
      requireDraft(store.read, catalogs, draftId);
      const picture = readPicture(store.read, draftId, attachmentId);
      if (!picture) throw refusal('NOT_FOUND');
      return { attachment: picture.attachment, bytes: picture.bytes };
    },
  };
}

/** What a service takes pictures of. */
function pictureKinds(service: Service): Set<string> {
  const pages = service.requirements.flatMap((requirement) => requirement.pages.map((page) => page.key));
  const own = service.steps
    .map((step) => step.kind)
    .filter((kind) => kind === 'photo' || kind === 'signature');
  const portrait = service.chips?.passportPortrait;
  return new Set([...pages, ...own, ...(portrait === undefined ? [] : [portrait])]);
}
