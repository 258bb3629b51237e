/** Commands to the card, plain or protected, one at a time. */
import { CardError } from '../../smart-card/card-error.ts';
import type { CommandApdu } from './command-apdu.ts';
import { type ResponseApdu, statusText } from './response-apdu.ts';

export interface CardExchange {
  /** Resolves with whatever the card answers. Fails with a `CardError` or an `EmrtdError`. */
  send(command: CommandApdu): Promise<ResponseApdu>;
}

/** The `CardError` for an answer that ends the procedure. */
export function refused(what: string, response: ResponseApdu): CardError {
  const { statusWord } = response;
  return new CardError('refused', `The card refused ${what} with ${statusText(statusWord)}`, { statusWord });
}
