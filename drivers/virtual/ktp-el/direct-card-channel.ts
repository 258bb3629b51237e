import type { CardChannel } from '../../smart-card/card-channel.ts';
import { CardError } from '../../smart-card/card-error.ts';
import type { VirtualCard } from '../card/virtual-card.ts';

export interface DirectCardChannel extends CardChannel {
  /** Commands sent so far. */
  readonly sent: readonly Uint8Array[];
}

/** A card laid on a reader that needs no time: for tests of what speaks to cards. */
export function createDirectCardChannel(
  card: VirtualCard,
  options: { readonly removeAfter?: number; readonly maximumResponseLength?: number } = {},
): DirectCardChannel {
  const { removeAfter = Number.POSITIVE_INFINITY, maximumResponseLength = 258 } = options;
  const sent: Uint8Array[] = [];
  card.reset();
  return {
    atr: card.atr,
    maximumResponseLength,
    maximumCommandLength: 261,
    sent,
    async transmit(command, { signal } = {}) {
      if (signal?.aborted) throw new CardError('aborted', 'The caller gave up', { cause: signal.reason });
      if (sent.length >= removeAfter) throw new CardError('removed', 'The card was taken away');
      sent.push(command);
      // PC/SC gives class FF to the reader itself.
      if (command[0] === 0xff)
        return card.uid ? Uint8Array.from([...card.uid, 0x90, 0x00]) : Uint8Array.of(0x6a, 0x81);
      const { response } = card.process(command);
      if (response.length > maximumResponseLength)
        throw new CardError('protocol', `A response of ${response.length} bytes`);
      return response;
    },
  };
}
