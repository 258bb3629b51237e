import type { PacketAnswer } from '../../../contract/central/packet.ts';
import { missingCase } from '../../missing-case.ts';
import type { WaitingPacket } from '../../store/tables/packets.ts';
import { acknowledges, type PinnedCentral } from './acknowledgement.ts';
import type { PacketEvent } from './packet-state.ts';

/** What an attempt means for its packet. `rested` packets count a try and wait while others go on. */
export interface Verdict {
  readonly packet: WaitingPacket;
  readonly event: PacketEvent | null;
  /** Verified. */
  readonly acknowledgement: string | null;
  /** From which byte on central wants the bundle; null when it wants none. */
  readonly wantedFrom: number | null;
  readonly rested: boolean;
}

/** Judges what central answered about one packet; `undefined` is no answer at all. */
export async function judge(
  packet: WaitingPacket,
  answer: PacketAnswer | undefined,
  central: PinnedCentral,
): Promise<Verdict> {
  if (answer === undefined || answer.packetId !== packet.packetId) return failed(packet, null);
  switch (answer.outcome) {
    case 'acknowledged': {
      const { acknowledgement } = answer;
      if (!(await acknowledges(acknowledgement, packet, central))) return failed(packet, null);
      return { packet, event: { kind: 'acknowledged' }, acknowledgement, wantedFrom: null, rested: false };
    }
    case 'bundle-wanted':
      if (answer.offset < 0 || answer.offset >= packet.bundleByteLength) return failed(packet, null);
      return {
        packet,
        event: { kind: 'bundle-wanted' },
        acknowledgement: null,
        wantedFrom: answer.offset,
        rested: false,
      };
    case 'rejected':
      return {
        packet,
        event: { kind: 'rejected', reason: answer.reason },
        acknowledgement: null,
        wantedFrom: null,
        rested: false,
      };
    default:
      return missingCase(answer);
  }
}

/** The packet failed by itself. */
export function failed(packet: WaitingPacket, event: PacketEvent | null): Verdict {
  return { packet, event, acknowledgement: null, wantedFrom: null, rested: true };
}

/** The best answer for a packet among those of a batch: an acknowledgement, whichever came beside it. */
export function answerFor(packetId: string, answers: readonly PacketAnswer[]): PacketAnswer | undefined {
  const own = answers.filter((answer) => answer.packetId === packetId);
  return own.find((answer) => answer.outcome === 'acknowledged') ?? own[0];
}
