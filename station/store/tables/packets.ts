import type { PacketCore } from '../../../contract/central/packet.ts';
import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { PacketState } from '../../../contract/domain/outbox.ts';
import type { BundlePlace } from '../bundles/bundle-files.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { insertBundlePlace } from './packet-bundles.ts';

/** A packet as `insertPacket` takes it. */
export interface NewPacket {
  readonly core: PacketCore;
  readonly counter: number;
  /** Where it lies, durably. */
  readonly bundle: BundlePlace | null;
  readonly trackingCode: string;
  readonly serviceKey: string;
}

/** Draws the next packet counter. A number drawn is never given again, even if nothing is sealed under it. */
export function nextCounter(database: WritableDatabase): number {
  const row = database.get<{ last: number }>(
    'UPDATE packet_counter SET last = last + 1 WHERE id = 1 RETURNING last',
  );
  if (row === undefined) throw new RangeError('the packet counter has no row');
  return row.last;
}

/** Whether a packet counter was ever drawn. */
export function hasSealed(database: ReadableDatabase): boolean {
  return (database.get<{ last: number }>('SELECT last FROM packet_counter')?.last ?? 0) > 0;
}

/** Puts a sealed packet into the outbox, inside the transaction of what it tells about. */
export function insertPacket(database: WritableDatabase, packet: NewPacket, at: Instant): void {
  const { core, bundle } = packet;
  database.run(
    `INSERT INTO packets (counter, packet_id, application_id, revision, tracking_code, service_key, state, sha256,
       bundle_byte_length, byte_length, created_at, sealed)
     VALUES (?, ?, ?, ?, ?, ?, 'sealed', ?, ?, ?, ?, ?)`,
    packet.counter,
    core.packetId,
    core.applicationId,
    core.revision,
    packet.trackingCode,
    packet.serviceKey,
    core.sha256,
    core.bundleByteLength,
    core.sealed.length + core.bundleByteLength,
    at,
    core.sealed,
  );
  if (bundle !== null) insertBundlePlace(database, core.packetId, bundle);
}

/** State of the newest revision's packet; null when the application has none. */
export function deliveryOf(database: ReadableDatabase, applicationId: string): PacketState | null {
  const row = database.get<{ state: PacketState }>(
    'SELECT state FROM packets WHERE application_id = ? ORDER BY revision DESC LIMIT 1',
    applicationId,
  );
  return row?.state ?? null;
}

/** What must be known of a packet to send it and to judge the answer. */
export interface WaitingPacket {
  readonly packetId: string;
  readonly applicationId: string;
  readonly revision: number;
  readonly sha256: string;
  readonly bundleByteLength: number;
  readonly tries: number;
}

const WAITING = `packet_id AS packetId, application_id AS applicationId, revision, sha256,
  bundle_byte_length AS bundleByteLength, tries`;

/** Packets in a state, those that failed least first, then in the order they were sealed. */
export function nextPackets(
  database: ReadableDatabase,
  state: 'sealed' | 'core-sent',
  limit: number,
): WaitingPacket[] {
  return database.all<WaitingPacket>(
    `SELECT ${WAITING} FROM packets WHERE state = ? ORDER BY tries, counter LIMIT ?`,
    state,
    limit,
  );
}

/** Null when there is no such packet. */
export function findPacket(database: ReadableDatabase, packetId: string): WaitingPacket | null {
  return database.get<WaitingPacket>(`SELECT ${WAITING} FROM packets WHERE packet_id = ?`, packetId) ?? null;
}

/** Packets that still have to travel, in the order they were sealed, after the counter given. */
export function undeliveredPackets(
  database: ReadableDatabase,
  after: number,
  limit: number,
): (WaitingPacket & { readonly counter: number; readonly sealedByteLength: number })[] {
  return database.all(
    `SELECT ${WAITING}, counter, length(sealed) AS sealedByteLength FROM packets
     WHERE state IN ('sealed', 'core-sent', 'sending') AND counter > ? ORDER BY counter LIMIT ?`,
    after,
    limit,
  );
}

export function sealedOf(database: ReadableDatabase, packetId: string): string | null {
  const row = database.get<{ sealed: string | null }>(
    'SELECT sealed FROM packets WHERE packet_id = ?',
    packetId,
  );
  return row?.sealed ?? null;
}

export function packetStateOf(database: ReadableDatabase, packetId: string): PacketState | null {
  const row = database.get<{ state: PacketState }>('SELECT state FROM packets WHERE packet_id = ?', packetId);
  return row?.state ?? null;
}

export function setPacketState(
  database: WritableDatabase,
  packetId: string,
  state: PacketState,
  reason: string | null,
): void {
  database.run('UPDATE packets SET state = ?, reason = ? WHERE packet_id = ?', state, reason, packetId);
}

export function setDelivered(
  database: WritableDatabase,
  packetId: string,
  acknowledgement: string,
  at: Instant,
): void {
  database.run(
    `UPDATE packets SET state = 'delivered', reason = NULL, acknowledgement = ?, delivered_at = ? WHERE packet_id = ?`,
    acknowledgement,
    at,
    packetId,
  );
}

/** Of a packet that still has what travels. */
export function setUndelivered(database: WritableDatabase, packetId: string): void {
  database.run(
    `UPDATE packets SET state = 'sealed', tries = 0, acknowledgement = NULL, delivered_at = NULL WHERE packet_id = ?`,
    packetId,
  );
}

export function setTries(database: WritableDatabase, packetId: string, tries: number): void {
  database.run('UPDATE packets SET tries = ? WHERE packet_id = ?', tries, packetId);
}

/** After a restart nothing is on its way any more. */
export function interruptSending(database: WritableDatabase): void {
  database.run(`UPDATE packets SET state = 'core-sent' WHERE state = 'sending'`);
}
