import {
  type CarriedPacket,
  carriedBytes,
  LARGEST_CARRY,
  LARGEST_CARRY_BYTES,
} from '../../../contract/central/hand-carry.ts';
import { CARRY_FILE, PREAMBLE_BYTES, SIGNATURE_BYTES } from '../../../contract/central/signed-file.ts';
import { StoreError } from '../../store/store-error.ts';
import { openBundle } from '../../store/tables/packet-bundles.ts';
import { undeliveredPackets } from '../../store/tables/packets.ts';
import { CarryError } from './carry-error.ts';
import { type CarrySources, wholeBundle } from './carry-sources.ts';

/** Read at once from the outbox; each is some hundred bytes. */
const PAGE = 100;

/** All that is not packets, at most. */
const LARGEST_BEGINNING = PREAMBLE_BYTES + CARRY_FILE.largestPayload + SIGNATURE_BYTES;

export interface CarryPlan {
  readonly packets: readonly CarriedPacket[];
  /** Bytes that are left in the file beside them. */
  readonly room: number;
  /** Packets whose bundle is not here any more: an officer must know. */
  readonly lost: readonly string[];
  /** Waiting packets that found no room. */
  readonly left: number;
}

export interface PlanOptions {
  readonly signal: AbortSignal;
  readonly onPacket: (count: number) => void;
  /** Bounds of a file; smaller in tests. */
  readonly largest?: { readonly packets: number; readonly bytes: number };
}

/** What goes into a file: everything that waits, oldest first, as far as it fits. Throws `CarryError` `aborted`. */
export async function planFile(sources: CarrySources, options: PlanOptions): Promise<CarryPlan> {
  const { read } = sources;
  const { signal, onPacket } = options;
  const largest = options.largest ?? {
    packets: LARGEST_CARRY,
    bytes: LARGEST_CARRY_BYTES - LARGEST_BEGINNING,
  };
  const packets: CarriedPacket[] = [];
  const lost: string[] = [];
  let bytes = 0;
  let left = 0;
  for (let after = 0; ; ) {
    const page = undeliveredPackets(read, after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return { packets, room: largest.bytes - carriedBytes(packets), lost, left };
    after = last.counter;
    for (const { packetId, applicationId, revision, sha256, sealedByteLength, bundleByteLength } of page) {
      if (signal.aborted) throw new CarryError('aborted');
      if (left > 0 || packets.length === largest.packets) {
        left += 1;
        continue;
      }
      const bundle = bundleByteLength === 0 ? null : await describeBundle(sources, packetId);
      if (bundle === undefined) {
        lost.push(packetId);
        continue;
      }
      const packet = { packetId, applicationId, revision, sha256, sealedByteLength, bundle };
      bytes += carriedBytes([packet]);
      if (bytes > largest.bytes) left += 1;
      else packets.push(packet);
      onPacket(packets.length);
    }
  }
}

/** Hashes aside of the event loop, so that no touch waits for a file of a gigabyte. Undefined when it is gone or cannot be read. */
async function describeBundle(sources: CarrySources, packetId: string) {
  const bytes = readBundle(sources, packetId);
  if (bytes === null) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return { byteLength: bytes.length, sha256: Buffer.from(digest).toString('hex') };
}

/** One bundle that a disk does not give back keeps no other from being carried. */
function readBundle({ read, bundles }: CarrySources, packetId: string): Uint8Array | null {
  try {
    return wholeBundle(openBundle(read, bundles, packetId));
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}
