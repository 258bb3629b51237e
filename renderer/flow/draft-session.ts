import type { QueryClient } from '@tanstack/react-query';
import type { Draft } from '../../contract/domain/draft.ts';
import { errorCode } from '../system/errors.ts';
import type { StationQueries } from '../system/query.ts';
import type { StationClient } from '../system/station-link.ts';
import { type Autosave, createAutosave } from './autosave.ts';

/** The work on one draft: outlives its screen, so that leaving or locking in the middle of a save loses nothing. */
export interface DraftSession {
  readonly autosave: Autosave;
  /** Shows a draft a command answered with, unless a newer one is shown. */
  accept(draft: Draft): void;
  /** Reads the draft, but never an older one than is shown. */
  read(): Promise<Draft>;
  /**
   * Makes the step durable. Moves are made in their order; one that is refused because the officer must sign in again, or
   * that the station cannot take now, waits for the next one or for `resume`.
   */
  moveTo(step: string, leaveForOffice?: boolean): Promise<void>;
  /** Makes the moves that still wait. */
  resume(): Promise<void>;
  /** The step of the newest move that is not durable. */
  waitingStep(): string | undefined;
  /** The newest draft known. */
  current(): Draft | undefined;
}

interface Move {
  readonly step: string;
  readonly leaveForOffice?: boolean;
}

/** Refusals that end when the officer is back or the disk has room; a move refused otherwise never will be made. */
const FOR_NOW = new Set(['SIGNED_OUT', 'LOCKED', 'STATION_LOST', 'STORAGE_FULL', 'STORAGE_FAILED']);

export function createDraftSession(
  draftId: string,
  client: StationClient,
  queries: StationQueries,
  cache: QueryClient,
): DraftSession {
  const key = queries.registration.draft.queryKey({ input: { draftId } });
  const moves: Move[] = [];
  let lastMove: Promise<void> = Promise.resolve();

  function newer(draft: Draft): Draft {
    const shown = cache.getQueryData<Draft>(key);
    return shown && shown.revision > draft.revision ? shown : draft;
  }

  function accept(draft: Draft): void {
    cache.setQueryData(key, newer(draft));
  }

  async function makeMoves(): Promise<void> {
    for (let move = moves[0]; move; move = moves[0]) {
      try {
        accept(await client.registration.moveToStep({ draftId, ...move }));
      } catch (error) {
        if (!FOR_NOW.has(errorCode(error))) moves.shift();
        throw error;
      }
      moves.shift();
    }
  }

  function resume(): Promise<void> {
    const made = lastMove.then(makeMoves);
    lastMove = made.catch(() => undefined);
    return made;
  }

  return {
    autosave: createAutosave({
      save: (values) => client.registration.saveFields({ draftId, values }),
      onSaved: accept,
      schedule(run, milliseconds) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    }),
    accept,
    read: async () => newer(await client.registration.draft({ draftId })),
    moveTo(step, leaveForOffice) {
      moves.push({ step, ...(leaveForOffice === undefined ? {} : { leaveForOffice }) });
      return resume();
    },
    resume,
    waitingStep: () => moves.at(-1)?.step,
    current: () => cache.getQueryData<Draft>(key),
  };
}
