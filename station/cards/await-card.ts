import type { CardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import type { ReaderSnapshot } from '../../drivers/smart-card/slot-desk.ts';
import { CardRefusal, readerProblem } from './card-problem.ts';

/** Where people lay or push cards: not the slots of cards that stay inside. */
export function isForPeople({ face }: Pick<ReaderSnapshot, 'face'>): boolean {
  return face !== 'sam';
}

/**
 * Resolves when a card lies on a reader. Fails with a `CardRefusal` when there is no reader that could notice one, and
 * with the signal's reason.
 */
export async function awaitCard(
  readers: Pick<CardReaderManager, 'snapshot' | 'onChanged'>,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => reject(signal.reason);
  const look = () => {
    try {
      if (isCardThere(readers.snapshot())) resolve();
    } catch (error) {
      reject(error);
    }
  };
  const unsubscribe = readers.onChanged(look);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  else look();
  try {
    await promise;
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
}

function isCardThere(all: readonly ReaderSnapshot[]): boolean {
  const readers = all.filter(isForPeople);
  if (readers.some(({ card }) => card === 'present')) return true;
  const faults = readers.flatMap(({ state }) => (state.name === 'faulted' ? [state.reason] : []));
  const usable = readers.some(({ state }) => state.name !== 'faulted' && state.name !== 'absent');
  if (usable) return false;
  throw new CardRefusal(faults[0] ? readerProblem(faults[0]) : 'no-reader');
}
