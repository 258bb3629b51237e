import { v7 as uuidv7 } from 'uuid';
import type { IdentityCardNews, PassportAccess, PassportNews } from '../../contract/station/cards.ts';
import type { TrustList } from '../../drivers/emrtd/trust/trust-list.ts';
import type { CardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import type { AuditAction } from '../audit/audit.ts';
import type { IdentityCardReader } from '../devices/create-identity-card-reader.ts';
import type { Actor } from '../registration/actor.ts';
import { createDrafts, type RegistrationDependencies } from '../registration/drafts.ts';
import { type OpenDraft, requireDraft } from '../registration/open-draft.ts';
import { createAttachments } from '../registration/pictures/attachments.ts';
import { refusal } from '../rpc/refusal.ts';
import { tellWhile } from '../rpc/tell-while.ts';
import { accessKey } from './access-key.ts';
import { awaitBiodata, biodataValues } from './biodata.ts';
import { CardRefusal } from './card-problem.ts';
import { toChipPicture } from './chip-picture.ts';
import { readIdentityPhoto } from './read-identity-photo.ts';
import { readPassportChip } from './read-passport-chip.ts';

/** Documents with chips, read for a draft. */
export interface Cards {
  /** `NOT_FOUND` without such a draft. */
  readPassport(request: PassportRequest): AsyncGenerator<PassportNews, void>;
  /** `NOT_FOUND` without such a draft or reader, `FORBIDDEN` where the catalog does not allow it. */
  readIdentityCard(request: IdentityCardRequest): AsyncGenerator<IdentityCardNews, void>;
}

interface CardRequest {
  readonly draftId: string;
  readonly actor: Actor;
  readonly signal: AbortSignal | undefined;
}
export interface PassportRequest extends CardRequest {
  readonly access: PassportAccess;
}
export interface IdentityCardRequest extends CardRequest {
  readonly source: 'photo' | 'biodata';
}

export interface CardsDependencies extends RegistrationDependencies {
  readonly cardReaders: CardReaderManager;
  readonly identityCardReader: IdentityCardReader | null;
  /** Certificates of the countries whose passports can be verified. */
  readonly trust: () => Promise<TrustList>;
}

export function createCards(dependencies: CardsDependencies): Cards {
  const { store, clock, audit, catalogs, cardReaders, identityCardReader } = dependencies;
  const drafts = createDrafts(dependencies);
  const attachments = createAttachments(dependencies);

  function openDraft(draftId: string): OpenDraft {
    return requireDraft(store.read, catalogs, draftId);
  }

  function note(action: AuditAction, outcome: string, { draftId, actor }: CardRequest): void {
    store.transaction((database) =>
      audit.append(database, { action, outcome, subjectId: draftId, ...actor }),
    );
  }

  /** A refusal is told and audited; all else, a draft that went away included, ends the stream. */
  function* refusals(action: AuditAction, error: unknown, request: CardRequest) {
    if (!(error instanceof CardRefusal)) throw error;
    note(action, error.problem, request);
    yield { step: 'failed', reason: error.problem } as const;
  }

  return {
    readPassport(request) {
      const { draftId, access, signal } = request;
      const kind = openDraft(draftId).service.chips?.passportPortrait;
      return tellWhile<PassportNews>(signal, async (tell, ending) => {
        try {
          const chip = await readPassportChip({
            readers: cardReaders,
            clock,
            trust: await dependencies.trust(),
            access: accessKey(access),
            signal: ending,
            tell,
          });
          const { verdict, lines, portrait } = chip;
          const genuine = verdict !== 'failed';
          const filling = genuine ? drafts.fillFromChip(draftId, lines) : { filled: [], differs: [] };
          const portraitKept = genuine && portrait !== null && kind !== undefined;
          if (portraitKept) attachments.add(draftId, { ...portrait, attachmentId: uuidv7(), kind });
          note('passport-read', verdict, request);
          const shown = portrait && toChipPicture(portrait);
          tell({ step: 'done', verdict, ...filling, portrait: shown, portraitKept });
        } catch (error) {
          for (const news of refusals('passport-read', error, request)) tell(news);
        }
      });
    },
    readIdentityCard(request) {
      const { draftId, source, signal } = request;
      const draft = openDraft(draftId);
      const isThere = identityCardReader?.list().some(({ state }) => state !== 'absent') ?? false;
      if (source === 'biodata' && !isThere) throw refusal('NOT_FOUND');
      if (source === 'photo' && !draft.service.chips?.identityCardPhoto) throw refusal('FORBIDDEN');
      return tellWhile<IdentityCardNews>(signal, async (tell, ending) => {
        try {
          if (openDraft(draftId).row.consentGivenAt === null && source === 'photo')
            throw new CardRefusal('no-consent');
          const read =
            source === 'biodata' && identityCardReader
              ? await fromVendor(identityCardReader, ending, tell)
              : await fromChip(ending, tell);
          note('identity-card-read', source, request);
          tell({ step: 'done', ...read });
        } catch (error) {
          for (const news of refusals('identity-card-read', error, request)) tell(news);
        }
      });

      async function fromVendor(
        reader: IdentityCardReader,
        ending: AbortSignal,
        tell: (news: IdentityCardNews) => void,
      ) {
        const card = awaitBiodata(reader, ending);
        // Not before: a card read while nobody waits for it is nobody's.
        tell({ step: 'card-wanted', again: false });
        const filling = drafts.fillFromIdentityCard(draftId, biodataValues(await card));
        return { ...filling, photo: null, chipNumber: null };
      }

      async function fromChip(ending: AbortSignal, tell: (news: IdentityCardNews) => void) {
        const read = await readIdentityPhoto({ readers: cardReaders, clock, signal: ending, tell });
        return { filled: [], differs: [], ...read };
      }
    },
  };
}
