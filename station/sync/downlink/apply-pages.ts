import type { Clock } from '../../clock/clock.ts';
import type { StationEvents } from '../../events.ts';
import type { Store, WritableDatabase } from '../../store/database.ts';
import { readDownlink, writeDownlink } from '../../store/tables/central.ts';
import type { OpenedPage } from './open-page.ts';
import type { ReceiveChanges, ReceivedChanges } from './receive-changes.ts';

export interface ApplyDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly receive: ReceiveChanges;
  /** After each commit. */
  readonly received: (changes: ReceivedChanges) => void;
}

export interface ApplyOptions {
  /** Whether pages from there are news to a station that stands here; the same place where it is left out. */
  readonly follows?: (database: WritableDatabase, from: string, stands: string) => boolean;
  /** Written in the same transaction, also where the pages are not applied. */
  readonly along?: (database: WritableDatabase, isApplied: boolean) => void;
}

/**
 * Applies pages that follow each other and their last cursor in one transaction, and tells of it. False when the first does not
 * begin where the station stands, or one not where the last ended. Throws `StoreError`.
 */
export function applyPages(
  { store, clock, events, receive, received }: ApplyDependencies,
  pages: readonly OpenedPage[],
  { follows = (_, from, stands) => from === stands, along = () => {} }: ApplyOptions = {},
): boolean {
  const isApplied = store.transaction((database) => {
    const stands = readDownlink(database)?.cursor ?? '';
    const isNext = pages.every(({ from }, place) => {
      const before = pages[place - 1];
      return before === undefined ? follows(database, from, stands) : from === before.cursor;
    });
    along(database, isNext);
    if (!isNext) return false;
    const at = clock.now();
    for (const { changes, cursor } of pages) {
      receive(database, changes, at);
      writeDownlink(database, cursor, at);
    }
    return true;
  });
  if (!isApplied) return false;
  for (const { changes } of pages) received(changes);
  const has = (is: (changes: ReceivedChanges) => boolean) => pages.some(({ changes }) => is(changes));
  if (has(({ statuses }) => statuses.length > 0)) events.publish({ type: 'applications-changed' });
  if (has(({ complaints }) => complaints.length > 0)) events.publish({ type: 'feedback-changed' });
  if (has(({ catalog }) => catalog !== null)) events.publish({ type: 'catalog-changed' });
  if (has(({ settings }) => settings !== null)) events.publish({ type: 'settings-changed' });
  return true;
}
