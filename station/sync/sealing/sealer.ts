import { createHash } from 'node:crypto';
import type { PublicKey } from '../../../contract/central/enrolment.ts';
import type { PacketCore } from '../../../contract/central/packet.ts';
import type { Application } from '../../../contract/domain/application.ts';
import type { Identifier } from '../../../contract/domain/identifiers.ts';
import { sealBundle } from './bundle.ts';
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

/** A packet ready for the outbox. */
export interface SealedPacket {
  readonly core: PacketCore;
  readonly counter: number;
  readonly bundle: Uint8Array | null;
  readonly trackingCode: string;
  readonly serviceKey: string;
}

export interface Sealer {
  /** The id central gave this station, null until it is enrolled. Applications carry it. */
  stationId(): string | null;
  /** Throws `SealingError`. */
  seal(packet: PacketToSeal): Promise<SealedPacket>;
}

/** `keys` answers null until central's keys are pinned. */
export function createSealer(dependencies: { keys: () => SealingKeys | null }): Sealer {
  async function seal(packet: PacketToSeal): Promise<SealedPacket> {
    const keys = dependencies.keys();
    if (keys === null) throw new SealingError('not-enrolled');
    const { application, packetId, counter } = packet;
    expectAttachments(application, packet.attachments);
    const bundle = packet.attachments.length === 0 ? null : sealBundle(packet.attachments);
    const core = await sealCore(
      {
        packetId,
        stationId: keys.stationId,
        counter,
        application,
        bundle: bundle && { key: bundle.key, byteLength: bundle.bytes.length, sha256: bundle.sha256 },
      },
      keys.signingKey,
      keys.sealingKey,
    );
    return {
      core,
      counter,
      bundle: bundle?.bytes ?? null,
      trackingCode: application.trackingCode,
      serviceKey: application.serviceKey,
    };
  }

  return { stationId: () => dependencies.keys()?.stationId ?? null, seal };
}

/** Central cuts the bundle by the manifest, so a manifest that does not fit its bytes must never be signed. */
function expectAttachments(application: Application, attachments: readonly Uint8Array[]): void {
  const fits =
    application.attachments.length === attachments.length &&
    application.attachments.every((manifest, place) => {
      const bytes = attachments[place];
      return (
        bytes !== undefined &&
        bytes.length === manifest.byteLength &&
        createHash('sha256').update(bytes).digest('hex') === manifest.sha256
      );
    });
  if (!fits) throw new SealingError('attachment-differs');
}
