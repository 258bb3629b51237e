import type { CardChannel } from '../../smart-card/card-channel.ts';
import { CardError } from '../../smart-card/card-error.ts';
import type { CardExchange } from './card-exchange.ts';
import { encodeCommand } from './command-apdu.ts';
import { decodeResponse } from './response-apdu.ts';

/** A channel that counts what goes through it, and that nothing passes once the signal fired. */
export interface CountedChannel {
  transmit(command: Uint8Array): Promise<Uint8Array>;
  /** Command APDUs sent so far. */
  count(): number;
}

export function createCountedChannel(channel: CardChannel, signal?: AbortSignal): CountedChannel {
  let sent = 0;
  return {
    async transmit(bytes) {
      if (signal?.aborted) throw new CardError('aborted', 'Reading was called off', { cause: signal.reason });
      sent += 1;
      return await channel.transmit(bytes, { signal });
    },
    count: () => sent,
  };
}

export function createPlainExchange(
  channel: CountedChannel,
  form: 'shortest' | 'extended' = 'shortest',
): CardExchange {
  return {
    async send(apdu) {
      return decodeResponse(await channel.transmit(encodeCommand(apdu, form)));
    },
  };
}
