import type { PassportNews, PassportVerdict } from '../../contract/station/cards.ts';
import type { AccessKey } from '../../drivers/emrtd/access/access-key.ts';
import type { PassportReading } from '../../drivers/emrtd/passport-reading.ts';
import type { TrustList } from '../../drivers/emrtd/trust/trust-list.ts';
import type { CardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Clock } from '../clock/clock.ts';
import { CardRefusal } from './card-problem.ts';
import { type ShowablePicture, showFace } from './chip-picture.ts';
import { readCard } from './read-card.ts';

export interface PassportChip {
  readonly verdict: PassportVerdict;
  /** Both machine-readable lines, joined by a line feed. */
  readonly lines: string;
  /** Null where the chip has none that can be shown. */
  readonly portrait: ShowablePicture | null;
}

export interface PassportChipOptions {
  readonly readers: CardReaderManager;
  readonly clock: Clock;
  readonly trust: TrustList;
  readonly access: AccessKey;
  readonly signal: AbortSignal;
  readonly tell: (news: PassportNews) => void;
}

/** Waits for the passport, reads and judges its chip. Fails with a `CardRefusal`, or with the signal's reason. */
export async function readPassportChip(options: PassportChipOptions): Promise<PassportChip> {
  const { readers, clock, trust, access, signal, tell } = options;
  // Loaded when the first passport is read: its cryptography would make every start slower.
  const { readPassport } = await import('../../drivers/emrtd/read-passport.ts');
  const reading = await readCard({
    readers,
    clock,
    signal,
    onWanted: (again) => tell({ step: 'card-wanted', again }),
    read: (channel) =>
      readPassport(channel, {
        access,
        trust: { certificates: trust.certificates, today: dayInWib(clock.now()) },
        parts: ['face', 'chip'],
        signal,
        onProgress: ({ fraction }) => tell({ step: 'reading', fraction }),
      }),
  });
  const { format, lines } = reading.mrz;
  if (format !== 'TD3') throw new CardRefusal('unsupported');
  const { face } = reading;
  return {
    verdict: verdictOf(reading),
    lines: lines.join('\n'),
    portrait: face.kind === 'read' ? showFace(face.value) : null,
  };
}

/** A chip that should be able to prove itself and cannot is a copy, whatever is signed in it. */
export function verdictOf({
  authenticity,
  chip,
}: Pick<PassportReading, 'authenticity' | 'chip'>): PassportVerdict {
  return chip.kind === 'failed' ? 'failed' : authenticity.kind;
}
