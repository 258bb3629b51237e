import type { DocumentAnswers } from '../../../contract/domain/draft.ts';
import type { Issue } from '../../../contract/domain/issue.ts';
import type { CitizenDraft } from '../../../contract/station/self-service.ts';
import type { Picture } from '../../capture/picture/picture.ts';
import type { PictureAdvice } from '../../capture/picture/quality.ts';
import { createAutosave, type Values } from '../../flow/autosave.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import type { StationClient } from '../../system/station-link.ts';

export interface TakenPicture {
  readonly blob: Blob;
  readonly advice: PictureAdvice;
}

/** What one citizen has filled in for one service, as the screens show it. */
export interface FilledApplication {
  readonly values: Values;
  /** As the station last judged. */
  readonly issues: readonly Issue[];
  readonly documentAnswers: DocumentAnswers;
  /** By requirement page. */
  readonly pictures: ReadonlyMap<string, TakenPicture>;
  /** The station holds it, so that a ticket can take it along. */
  readonly begun: boolean;
}

/** The work on one application at the touchscreen: typed letters are durable within a second, pictures at once. */
export interface ApplicationSession {
  readonly draftId: string;
  readonly serviceKey: string;
  state(): FilledApplication;
  subscribe(listener: () => void): () => void;
  /** A key pressed or a choice touched. */
  change(values: Values): void;
  /** Resolves once everything typed is durable; rejects with what the station answered. */
  flush(): Promise<void>;
  answerDocuments(answers: DocumentAnswers): Promise<void>;
  addPicture(kind: string, picture: Picture, advice: PictureAdvice): Promise<void>;
  /** A ticket has it now. */
  takenAlong(): void;
  /** Nobody took a number: the station forgets it, and so does the page. */
  end(): void;
}

type CitizenCommands = Pick<
  StationClient['selfService'],
  'saveApplication' | 'addPicture' | 'dropApplication'
>;

export function createApplicationSession(commands: CitizenCommands, serviceKey: string): ApplicationSession {
  const draftId = newIdentifier();
  const listeners = new Set<() => void>();
  let saved: CitizenDraft | null = null;
  let documentAnswers: DocumentAnswers = {};
  let pictures: ReadonlyMap<string, TakenPicture> = new Map();
  let ended = false;
  const autosave = createAutosave<CitizenDraft>({
    save: (values) => save(values),
    onSaved: (draft) => accept(draft),
    schedule(run, milliseconds) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const unsubscribe = autosave.subscribe(() => tell());
  let snapshot = describe();

  function describe(): FilledApplication {
    return {
      values: { ...saved?.values, ...autosave.state().typed },
      issues: saved?.issues ?? [],
      documentAnswers,
      pictures,
      begun: saved !== null,
    };
  }

  function tell(): void {
    snapshot = describe();
    for (const listener of listeners) listener();
  }

  function accept(draft: CitizenDraft): void {
    saved = draft;
    tell();
  }

  async function save(values: Values): Promise<CitizenDraft> {
    if (ended) throw new Error('the visit is over');
    return await commands.saveApplication({ draftId, serviceKey, values: { ...values }, documentAnswers });
  }

  function close(): void {
    ended = true;
    autosave.close();
    unsubscribe();
  }

  return {
    draftId,
    serviceKey,
    state: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: autosave.change,
    flush: autosave.flush,
    async answerDocuments(answers) {
      documentAnswers = answers;
      tell();
      accept(await save({}));
    },
    async addPicture(kind, { blob, width, height }, advice) {
      if (saved === null) accept(await save({}));
      const attachmentId = newIdentifier();
      accept(await commands.addPicture({ draftId, attachmentId, kind, width, height, picture: blob }));
      pictures = new Map(pictures).set(kind, { blob, advice });
      tell();
    },
    takenAlong: close,
    end() {
      if (ended) return;
      close();
      // A station that is away forgets it by itself.
      commands.dropApplication({ draftId }).catch(() => undefined);
    },
  };
}
