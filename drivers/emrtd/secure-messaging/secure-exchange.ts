/** Secure messaging as the reading side keeps it: open until the first thing that does not check, then over for good. */
import type { CardExchange } from '../apdu/card-exchange.ts';
import type { CountedChannel } from '../apdu/plain-exchange.ts';
import type { SessionKeys } from '../crypto/cipher-suite.ts';
import { EmrtdError } from '../emrtd-error.ts';
import { protectCommand } from './protect-command.ts';
import { nextCounter } from './send-counter.ts';
import { unprotectResponse } from './unprotect-response.ts';

/** What PACE, BAC and chip authentication leave behind. */
export interface OpenedSession {
  readonly keys: SessionKeys;
  /** Send sequence counter, as long as a block of the cipher. */
  readonly counter: Uint8Array;
}

export interface SecureExchange extends CardExchange {
  readonly keys: SessionKeys;
}

export function createSecureExchange(channel: CountedChannel, session: OpenedSession): SecureExchange {
  const { keys } = session;
  let counter: Uint8Array | 'ended' = session.counter;
  return {
    keys,
    async send(apdu) {
      if (counter === 'ended') throw new EmrtdError('secure-messaging', 'The session is over');
      const commandCounter = nextCounter(counter);
      const responseCounter = nextCounter(commandCounter);
      // Until the answer is checked the session counts as lost: whatever throws below leaves it so.
      counter = 'ended';
      const bytes = await channel.transmit(protectCommand(apdu, keys, commandCounter));
      const response = unprotectResponse(bytes, keys, responseCounter, apdu.ins % 2 === 1);
      counter = responseCounter;
      return response;
    },
  };
}
