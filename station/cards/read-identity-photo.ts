import type { ChipPicture, IdentityCardNews } from '../../contract/station/cards.ts';
import { readKtpPhoto } from '../../drivers/ktp-el/read-ktp-photo.ts';
import type { CardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import type { Clock } from '../clock/clock.ts';
import { CardRefusal } from './card-problem.ts';
import { showPicture, toChipPicture } from './chip-picture.ts';
import { readCard } from './read-card.ts';

export interface IdentityPhoto {
  readonly photo: ChipPicture;
  /** Hexadecimal; null where the card makes one up each time, or the reader cannot tell. */
  readonly chipNumber: string | null;
}

/** First byte of a serial number of four bytes that is made up anew at each power-on (ISO/IEC 14443-3, 6.4.4). */
const RANDOM = 0x08;

/** Waits for the KTP-el and reads its photo. Fails with a `CardRefusal`, or with the signal's reason. */
export async function readIdentityPhoto(options: {
  readonly readers: CardReaderManager;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly tell: (news: IdentityCardNews) => void;
}): Promise<IdentityPhoto> {
  const { readers, clock, signal, tell } = options;
  const { jpeg, uid } = await readCard({
    readers,
    clock,
    signal,
    onWanted: (again) => tell({ step: 'card-wanted', again }),
    read: (channel) =>
      readKtpPhoto(channel, {
        signal,
        onProgress: ({ receivedBytes, totalBytes }) =>
          tell({ step: 'reading', fraction: receivedBytes / totalBytes }),
      }),
  });
  const picture = showPicture(jpeg);
  if (!picture) throw new CardRefusal('unreadable');
  const isRandom = uid?.length === 4 && uid[0] === RANDOM;
  return {
    photo: toChipPicture(picture),
    chipNumber: uid && !isRandom ? Buffer.from(uid).toString('hex') : null,
  };
}
