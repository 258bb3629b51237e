import type { CardProblem } from '../../contract/station/cards.ts';
import { pause } from '../../drivers/clock.ts';
import type { CardChannel } from '../../drivers/smart-card/card-channel.ts';
import type { CardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import type { Clock } from '../clock/clock.ts';
import { driverClock } from '../devices/driver-clock.ts';
import { awaitCard } from './await-card.ts';
import { CardRefusal, cardOutlook } from './card-problem.ts';

/** A card in a hand that is moving; short of what feels like waiting, long enough not to try in vain all the time. */
const SETTLE_MS = 300;
/** Two more tries mend what moving the card spoils; a chip that fails three times is not mended by a fourth. */
const TRIES = 3;

export interface CardStory<Value> {
  readonly readers: CardReaderManager;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** One whole reading of a freshly powered card. */
  readonly read: (channel: CardChannel) => Promise<Value>;
  /** A card should be laid on the reader; `again` when one was there. */
  readonly onWanted: (again: boolean) => void;
}

/**
 * Waits for a card and reads it; one that is taken away or laid badly is waited for and read again. Fails with a
 * `CardRefusal`, or with the signal's reason.
 */
export async function readCard<Value>(story: CardStory<Value>): Promise<Value> {
  const { readers, clock, signal } = story;
  let lost = 0;
  for (let again = false; ; again = true) {
    story.onWanted(again);
    await awaitCard(readers, signal);
    try {
      return await readers.withCard(null, story.read, { signal });
    } catch (error) {
      signal.throwIfAborted();
      const outlook = cardOutlook(error);
      if (outlook === null) throw error;
      if (outlook === 'once-more') lost += 1;
      else if (outlook !== 'lay-again') throw new CardRefusal(outlook satisfies CardProblem);
      if (lost >= TRIES) throw new CardRefusal('unreadable');
      await pause(driverClock(clock), SETTLE_MS, signal);
      signal.throwIfAborted();
    }
  }
}
