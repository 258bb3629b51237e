import { readDownlink, writeDownlink } from '../../store/tables/central.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import type { ReceivingKey } from '../sealing/receiving-key.ts';
import type { CentralClient } from '../wire/central-client.ts';
import { WireError } from '../wire/wire-error.ts';
import { type ApplyDependencies, applyPages } from './apply-pages.ts';
import { openPage } from './open-page.ts';

export interface DownlinkDependencies extends ApplyDependencies {
  readonly receivingKey: ReceivingKey;
}

export interface DownlinkCall {
  readonly client: CentralClient;
  readonly central: PinnedCentral;
  readonly signal: AbortSignal;
}

/**
 * Brings the station up to what central says now, page by page, each page and its cursor in one transaction; what changed
 * is told after each. Throws `WireError`; a page that is not signed by central for this station and this cursor, or whose
 * officers are not sealed to this station, is `not-understood` and changes nothing.
 */
export async function pullChanges(
  dependencies: DownlinkDependencies,
  { client, central, signal }: DownlinkCall,
): Promise<void> {
  for (;;) {
    const cursor = readDownlink(dependencies.store.read)?.cursor ?? '';
    const page = await openPage(await client.changes(cursor, signal), central, dependencies.receivingKey);
    if (page === null || page.from !== cursor) throw new WireError('not-understood');
    if (page.cursor === cursor) return noteHeard(dependencies, cursor);
    // A reply from a USB drive may have been faster: then it is asked again from there.
    if (applyPages(dependencies, [page]) && !page.more) return;
  }
}

/** Often enough to tell how old what is known may be, seldom enough to spare the disk. */
const NOTE_EVERY_MS = 5 * 60_000;

/** Nothing changed, which is worth knowing too. Lost by a power cut, it is only told as older than it is. */
function noteHeard({ store, clock }: DownlinkDependencies, cursor: string): void {
  const at = clock.now();
  const before = readDownlink(store.read)?.receivedAt ?? Number.NEGATIVE_INFINITY;
  // A clock that was set back must not keep a time that has not come.
  if (at >= before && at - before < NOTE_EVERY_MS) return;
  store.transaction((database) => writeDownlink(database, cursor, at), { flushed: false });
}
