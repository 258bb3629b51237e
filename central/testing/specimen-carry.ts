import { Readable } from 'node:stream';
import type { PacketCore } from '../../contract/central/packet.ts';
import { sha256 } from './specimen-station.ts';

interface Packet {
  readonly core: PacketCore;
  readonly bundle: Buffer;
}

interface Writer {
  readonly enrolment: { readonly stationId: string };
  signRaw(bytes: Uint8Array): Buffer;
}

/** A second, independent reading of the format: the file a station writes, from the contract's words alone. */
export function carryFile(
  station: Writer,
  number: number,
  packets: readonly Packet[],
  change: (head: Record<string, unknown>) => unknown = (same) => same,
): Buffer {
  const head = change({
    format: 'anjungan-hand-carry',
    version: 1,
    stationId: station.enrolment.stationId,
    number,
    madeAt: 1_795_484_400_000,
    enrolment: null,
    packets: packets.map(({ core: { packetId, applicationId, revision, sha256: hash, sealed }, bundle }) => ({
      packetId,
      applicationId,
      revision,
      sha256: hash,
      sealedByteLength: sealed.length,
      bundle: bundle.length === 0 ? null : { byteLength: bundle.length, sha256: sha256(bundle) },
    })),
  });
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const signed = Buffer.concat([Buffer.from('\x89AJK\r\n\x1a\n', 'latin1'), length, json]);
  const parts = packets.flatMap(({ core, bundle }) => [Buffer.from(core.sealed), bundle]);
  return Buffer.concat([signed, station.signRaw(signed), ...parts]);
}

/** The bytes as a drive gives them, in pieces of any length. */
export function inPieces(bytes: Uint8Array, size = 1_000): () => AsyncIterable<Uint8Array> {
  return () =>
    Readable.from(
      (function* cut() {
        for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
      })(),
    );
}
