import type { CardTest } from '../../contract/station/devices.ts';
import { READ_UID } from '../../drivers/ktp-el/ktp-commands.ts';
import type { CardChannel } from '../../drivers/smart-card/card-channel.ts';
import type { CardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import { awaitCard } from '../cards/await-card.ts';
import { cardOutlook } from '../cards/card-problem.ts';

/** First byte of a serial number that is made up anew at each power-on (ISO/IEC 14443-3, 6.4.4). */
const RANDOM = 0x08;
const OK = [0x90, 0x00] as const;

/** Powers the card that lies on a reader and tells what kind it is; its number is neither told nor kept. */
export async function testCard(readers: CardReaderManager, patience: AbortSignal): Promise<CardTest> {
  try {
    await awaitCard(readers, patience);
    return { outcome: 'read', ...(await readers.withCard(null, cardKind, { signal: patience })) };
  } catch (error) {
    if (patience.aborted) return { outcome: 'failed', reason: 'no-card' };
    const outlook = cardOutlook(error);
    if (outlook === null) throw error;
    return { outcome: 'failed', reason: failureOf(outlook) };
  }
}

function failureOf(outlook: NonNullable<ReturnType<typeof cardOutlook>>) {
  if (outlook === 'lay-again') return 'no-card';
  return outlook === 'once-more' ? 'unreadable' : outlook;
}

/** Readers tell the number of a contactless card; a card with contacts does not know the command. */
async function cardKind(channel: CardChannel) {
  const response = await channel.transmit(READ_UID);
  const [first, ...rest] = response.subarray(0, -OK.length);
  const isAnswered = response.at(-2) === OK[0] && response.at(-1) === OK[1];
  if (!isAnswered || first === undefined) return { card: 'contact', number: 'none' } as const;
  const isRandom = rest.length === 3 && first === RANDOM;
  return { card: 'contactless', number: isRandom ? 'random' : 'fixed' } as const;
}
