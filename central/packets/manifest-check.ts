import { createHash } from 'node:crypto';
import type { Rejection } from '../../contract/central/packet.ts';

export interface Manifest {
  readonly byteLength: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Compares attachments, which come one after the other in pieces cut anywhere, with what their application says of them. */
export interface ManifestCheck {
  add(piece: Uint8Array): void;
  /** Once all were added. Null when they are what was said. */
  end(): Rejection | null;
}

export function createManifestCheck(manifests: readonly Manifest[]): ManifestCheck {
  let place = 0;
  let hash = createHash('sha256');
  let hashed = 0;
  let tooLong = false;
  let differs = false;

  /** Ends every attachment of which nothing is missing; an empty one ends at once. */
  function endFull(): Manifest | null {
    for (let manifest = manifests[place]; manifest; manifest = manifests[place]) {
      if (hashed < manifest.byteLength) return manifest;
      if (hash.digest('hex') !== manifest.sha256) differs = true;
      hash = createHash('sha256');
      hashed = 0;
      place += 1;
    }
    return null;
  }

  return {
    add(piece) {
      for (let rest = piece; rest.byteLength > 0; ) {
        const manifest = endFull();
        if (manifest === null) {
          tooLong = true;
          return;
        }
        const part = rest.subarray(0, manifest.byteLength - hashed);
        hash.update(part);
        hashed += part.byteLength;
        rest = rest.subarray(part.byteLength);
      }
    },
    end() {
      if (endFull() !== null || tooLong) return 'ill-formed';
      return differs ? 'wrong-hash' : null;
    },
  };
}
