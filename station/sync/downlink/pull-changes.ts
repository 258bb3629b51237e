import {
  type Changes,
  changesSchema,
  type KioskOfficer,
  kioskOfficersSchema,
} from '../../../contract/central/downlink.ts';
import type { StationSettings } from '../../../contract/domain/station-settings.ts';
import type { Clock } from '../../clock/clock.ts';
import type { StationEvents } from '../../events.ts';
import type { Store, WritableDatabase } from '../../store/database.ts';
import { readDownlink, writeDownlink } from '../../store/tables/central.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import { openSealed, type ReceivingKey } from '../sealing/receiving-key.ts';
import type { CentralClient } from '../wire/central-client.ts';
import { readSigned } from '../wire/signed-answer.ts';
import { WireError } from '../wire/wire-error.ts';

/** What central said; null is what it said nothing of. */
export interface ReceivedChanges extends Pick<Changes, 'statuses' | 'catalog'> {
  /** All officers of this kiosk. */
  readonly officers: readonly KioskOfficer[] | null;
  readonly settings: StationSettings | null;
}

/** Applies what central said, inside the transaction that moves the cursor. */
export type ReceiveChanges = (database: WritableDatabase, changes: ReceivedChanges, at: number) => void;

export interface DownlinkDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly receivingKey: ReceivingKey;
  readonly receive: ReceiveChanges;
  /** After each commit. */
  readonly received: (changes: ReceivedChanges) => void;
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
  const { store, clock, events, receivingKey, receive, received } = dependencies;
  for (;;) {
    const cursor = readDownlink(store.read)?.cursor ?? '';
    const token = await client.changes(cursor, signal);
    const page = await readSigned(token, changesSchema, central.signingKey);
    if (page === null || page.stationId !== central.stationId || page.from !== cursor)
      throw new WireError('not-understood');
    if (page.cursor === cursor) return;
    const officers = page.officers
      ? await openSealed(page.officers, kioskOfficersSchema, receivingKey)
      : null;
    if (page.officers && officers === null) throw new WireError('not-understood');
    const { statuses, catalog, settings = null } = page;
    const changes = { statuses, catalog, officers, settings };
    store.transaction((database) => {
      receive(database, changes, clock.now());
      writeDownlink(database, page.cursor, clock.now());
    });
    received(changes);
    if (statuses.length > 0) events.publish({ type: 'applications-changed' });
    if (catalog) events.publish({ type: 'catalog-changed' });
    if (settings) events.publish({ type: 'settings-changed' });
    if (!page.more) return;
  }
}
