/** A virtual card spoken to without a reader between, for tests of what speaks to cards. */
import type { CardChannel } from '../../smart-card/card-channel.ts';
import { CardError } from '../../smart-card/card-error.ts';
import type { VirtualCard } from '../card/virtual-card.ts';

export interface DirectCardChannelOptions {
  /** Short APDUs only when false. */
  readonly extended?: boolean | undefined;
  /** The card is lifted while it answers this command, counted from 1. */
  readonly removedAt?: number | undefined;
}

/** Powers the card. */
export function openDirectCardChannel(
  card: VirtualCard,
  options: DirectCardChannelOptions = {},
): CardChannel {
  let sent = 0;
  let busy = false;
  card.reset();
  return {
    atr: card.atr,
    maximumCommandLength: options.extended ? 65_544 : 261,
    maximumResponseLength: options.extended ? 65_538 : 258,
    async transmit(command, { signal } = {}) {
      if (busy) throw new CardError('protocol', 'Two commands at a time');
      if (signal?.aborted) throw new CardError('aborted', 'The caller gave up', { cause: signal.reason });
      busy = true;
      sent += 1;
      await Promise.resolve();
      busy = false;
      if (options.removedAt !== undefined && sent >= options.removedAt) {
        throw new CardError('removed', 'The card left the field');
      }
      return Uint8Array.from(card.process(command).response);
    },
  };
}
