import type { PublicKey } from '../../../contract/central/enrolment.ts';
import type { PacketCore } from '../../../contract/central/packet.ts';
import type { Application } from '../../../contract/domain/application.ts';
import type { Identifier } from '../../../contract/domain/identifiers.ts';
import type { BundleFiles, BundlePlace } from '../../store/bundles/bundle-files.ts';
import { type SealedBundle, sealBundle, sha256Aside, sha256Of } from './bundle.ts';
import { sealCore } from './seal-core.ts';
import { SealingError } from './sealing-error.ts';
import type { StationKey } from './station-key.ts';

export interface SealingKeys {
  readonly stationId: string;
  /** Ed25519: what the station signs with. */
  readonly signingKey: StationKey;
  /** X25519: central's, pinned at enrolment. */
  readonly sealingKey: PublicKey;
}

export interface PacketToSeal {
  readonly packetId: Identifier;
  /** From `nextCounter`; a counter that was drawn and never sealed is skipped for good. */
  readonly counter: number;
  readonly application: Application;
  /** Plain bytes in the order of `application.attachments`. */
  readonly attachments: readonly Uint8Array[];
}

/** A packet ready for the outbox; its bundle is durable already. */
export interface SealedPacket {
  readonly core: PacketCore;
  readonly counter: number;
  readonly bundle: BundlePlace | null;
  readonly trackingCode: string;
  readonly serviceKey: string;
}

export interface Sealer {
  /** The id central gave this station, null until it is enrolled. Applications carry it. */
  stationId(): string | null;
  /** Throws `SealingError` or `StoreError`. */
  seal(packet: PacketToSeal): Promise<SealedPacket>;
}

/** `keys` answers null until central's keys are pinned. */
export function createSealer(dependencies: {
  readonly keys: () => SealingKeys | null;
  readonly bundles: BundleFiles;
}): Sealer {
  const { bundles } = dependencies;

  async function core(
    { application, packetId, counter }: PacketToSeal,
    keys: SealingKeys,
    bundle: SealedBundle | null,
  ) {
    return await sealCore(
      {
        packetId,
        stationId: keys.stationId,
        counter,
        application,
        bundle: bundle && {
          key: bundle.key,
          byteLength: bundle.byteLength,
          sha256: sha256Of(bundle.pieces),
        },
      },
      keys.signingKey,
      keys.sealingKey,
    );
  }

  return {
    stationId: () => dependencies.keys()?.stationId ?? null,
    async seal(packet) {
      const keys = dependencies.keys();
      if (keys === null) throw new SealingError('not-enrolled');
      const { application, counter, attachments } = packet;
      const bundle = attachments.length === 0 ? null : sealBundle(attachments);
      // Each takes about as long as the others and leaves the event loop alone, so they go side by side.
      const [place, sealed, fits] = await Promise.all([
        bundle && bundles.append(bundle.pieces),
        core(packet, keys, bundle),
        attachmentsFit(application, attachments),
      ]);
      if (!fits) throw new SealingError('attachment-differs');
      const { trackingCode, serviceKey } = application;
      return { core: sealed, counter, bundle: place, trackingCode, serviceKey };
    },
  };
}

/** Central cuts the bundle by the manifest, so what was signed with a manifest that does not fit its bytes must never get out. */
async function attachmentsFit(
  { attachments: manifests }: Application,
  attachments: readonly Uint8Array[],
): Promise<boolean> {
  if (manifests.length !== attachments.length) return false;
  const fits = await Promise.all(
    attachments.map(async (bytes, place) => {
      const manifest = manifests[place];
      return bytes.length === manifest?.byteLength && (await sha256Aside(bytes)) === manifest.sha256;
    }),
  );
  return fits.every(Boolean);
}
