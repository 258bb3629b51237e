import { readerOf } from '../../byte-reader.ts';
import type { BundleFiles, BundlePlace } from '../bundles/bundle-files.ts';
import type { BundleReader } from '../bundles/bundle-reader.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export function insertBundlePlace(database: WritableDatabase, packetId: string, place: BundlePlace): void {
  database.run(
    'INSERT INTO packet_bundle_places (packet_id, segment, start, byte_length) VALUES (?, ?, ?, ?)',
    packetId,
    place.segment,
    place.offset,
    place.byteLength,
  );
}

/** A packet's bundle, also one of a station that kept them in the database still. Null when it is gone. Throws `StoreError`. */
export function openBundle(
  database: ReadableDatabase,
  bundles: BundleFiles,
  packetId: string,
): BundleReader | null {
  const place = database.get<BundlePlace>(
    'SELECT segment, start AS offset, byte_length AS byteLength FROM packet_bundle_places WHERE packet_id = ?',
    packetId,
  );
  if (place) return bundles.open(place);
  const row = database.get<{ bytes: Uint8Array }>(
    'SELECT bytes FROM packet_bundles WHERE packet_id = ?',
    packetId,
  );
  return row ? { ...readerOf(row.bytes), close() {} } : null;
}

export function forgetBundle(database: WritableDatabase, packetId: string): void {
  database.run('DELETE FROM packet_bundle_places WHERE packet_id = ?', packetId);
  database.run('DELETE FROM packet_bundles WHERE packet_id = ?', packetId);
}

/** Files in which bundles lie that may still have to be sent. */
export function neededSegments(database: ReadableDatabase): Set<number> {
  const rows = database.all<{ segment: number }>('SELECT DISTINCT segment FROM packet_bundle_places');
  return new Set(rows.map(({ segment }) => segment));
}
