/** What a card tells everybody, before it is opened. */
import type { CardChannel } from '../../smart-card/card-channel.ts';
import { CardError } from '../../smart-card/card-error.ts';
import type { CardExchange } from '../apdu/card-exchange.ts';
import { command, SHORT_EXPECTED } from '../apdu/command-apdu.ts';
import { type CountedChannel, createPlainExchange } from '../apdu/plain-exchange.ts';
import { STATUS } from '../apdu/response-apdu.ts';
import { createFileReader } from '../files/file-reader.ts';
import { FILE_FACTS } from '../files/passport-file.ts';
import { type ReadingStyle, StyleRefused } from '../files/reading-style.ts';
import { extendedLengthOfAtr, responseLimitOfAtrInfo, SHORT_RESPONSE } from '../files/transfer-limits.ts';

export interface CardFacts {
  /** EF.CardAccess; null when the chip has none, which means that it does not know PACE. */
  readonly cardAccess: Uint8Array | null;
  /** Most bytes of a response, status word included, that reader and chip seem to carry. */
  readonly responseLimit: number;
}

const SELECT_MASTER_FILE = command(0xa4, 0x00, 0x0c, { data: Uint8Array.of(0x3f, 0x00) });
/** Below this, two extended responses carry less than one is worth; such a limit is a mistake of the chip. */
const LEAST_EXTENDED = 512;

/**
 * `as-it-is` trusts that the master file is selected, as on every card that was just powered. Fails with a
 * `CardError` or `malformed`.
 */
export async function readCardFacts(
  card: CardChannel,
  channel: CountedChannel,
  style: ReadingStyle,
  start: 'as-it-is' | 'select-master-file',
): Promise<CardFacts> {
  if (start === 'select-master-file') {
    const response = await createPlainExchange(channel).send(SELECT_MASTER_FILE);
    if (response.statusWord !== STATUS.ok) return { cardAccess: null, responseLimit: SHORT_RESPONSE };
  }
  const mayBeExtended =
    style === 'extended' &&
    card.maximumResponseLength > SHORT_RESPONSE &&
    card.maximumCommandLength > 261 &&
    extendedLengthOfAtr(card.atr) !== false;
  const exchange = createPlainExchange(channel);
  const information = mayBeExtended ? await readAtrInfo(exchange) : null;
  const told = information ? responseLimitOfAtrInfo(information) : null;
  const guessed =
    mayBeExtended && extendedLengthOfAtr(card.atr) ? card.maximumResponseLength : SHORT_RESPONSE;
  const limit = Math.min(told ?? guessed, card.maximumResponseLength);
  return {
    cardAccess: await readCardAccess(exchange),
    responseLimit: limit < LEAST_EXTENDED ? SHORT_RESPONSE : limit,
  };
}

/** The file; null when the chip has none, or none for everybody. */
async function readCardAccess(exchange: CardExchange): Promise<Uint8Array | null> {
  try {
    const reader = createFileReader({ exchange, style: 'short', mostPlain: SHORT_EXPECTED });
    return await reader.read('EF.CardAccess');
  } catch (error) {
    if (error instanceof StyleRefused) return null;
    if (error instanceof CardError && error.kind === 'refused') return null;
    throw error;
  }
}

/** Several data objects one after the other, so that no length tells where they end: one short command brings all. */
async function readAtrInfo(exchange: CardExchange): Promise<Uint8Array | null> {
  const { shortIdentifier } = FILE_FACTS['EF.ATR/INFO'];
  const response = await exchange.send(
    command(0xb0, 0x80 | shortIdentifier, 0, { expected: SHORT_EXPECTED }),
  );
  const read = response.statusWord === STATUS.ok || response.statusWord === STATUS.endOfFile;
  return read ? response.data : null;
}
