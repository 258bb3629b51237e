/**
 * From a card nobody has spoken to yet to secure messaging with its eMRTD application (Doc 9303 part 11, 4.2): PACE
 * where the chip offers it, else BAC.
 */
import type { CardChannel } from '../../smart-card/card-channel.ts';
import { CardError } from '../../smart-card/card-error.ts';
import { type CardExchange, refused } from '../apdu/card-exchange.ts';
import { command } from '../apdu/command-apdu.ts';
import { type CountedChannel, createPlainExchange } from '../apdu/plain-exchange.ts';
import { STATUS } from '../apdu/response-apdu.ts';
import { hexText } from '../bytes/bytes.ts';
import type { CipherName } from '../crypto/cipher-suite.ts';
import type { CurveName } from '../crypto/curve.ts';
import type { RandomSource } from '../crypto/key-pair.ts';
import { EmrtdError } from '../emrtd-error.ts';
import type { ReadingStyle } from '../files/reading-style.ts';
import { SHORT_RESPONSE } from '../files/transfer-limits.ts';
import { createSecureExchange, type SecureExchange } from '../secure-messaging/secure-exchange.ts';
import { type AccessKey, pacePassword } from './access-key.ts';
import { establishBac } from './bac.ts';
import { type CardFacts, readCardFacts } from './card-facts.ts';
import { establishPace } from './pace.ts';
import { choosePaceProtocol, offersPace, type PaceProtocol } from './pace-protocol.ts';
import { decodeSecurityInfos } from './security-infos.ts';

export type AccessProtocol =
  | { readonly kind: 'PACE'; readonly cipher: CipherName; readonly curve: CurveName }
  | { readonly kind: 'BAC' };

export interface OpenedPassport {
  readonly protocol: AccessProtocol;
  readonly exchange: SecureExchange;
  /** Most bytes of a protected response, status word included. */
  readonly responseLimit: number;
}

export interface OpenOptions {
  readonly card: CardChannel;
  readonly channel: CountedChannel;
  readonly access: AccessKey;
  readonly style: ReadingStyle;
  readonly random: RandomSource;
}

const SELECT = 0xa4;
/**
 * How cards that know nothing of applications answer to the selection of one: not found, wrong parameters, wrong length
 * (they select files by two bytes), unknown instruction or class.
 */
const NO_APPLICATION: ReadonlySet<number> = new Set([
  STATUS.fileNotFound,
  STATUS.wrongParameters,
  STATUS.wrongLength,
  STATUS.unknownInstruction,
  STATUS.unknownClass,
]);
const APPLICATION = Uint8Array.of(0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01);

/** Fails with `wrong-key`, `not-a-passport`, `unsupported`, `malformed`, `secure-messaging` or a `CardError`. */
export async function openPassport(options: OpenOptions): Promise<OpenedPassport> {
  const { card, channel, style } = options;
  const facts = await readCardFacts(card, channel, style, 'as-it-is');
  try {
    return await openWith(options, facts);
  } catch (error) {
    // Something other than the master file may have been selected, so that EF.CardAccess only seemed to be missing.
    if (facts.cardAccess || !isRefusal(error)) throw error;
    const again = await readCardFacts(card, channel, style, 'select-master-file');
    if (!again.cardAccess) throw error;
    return await openWith(options, again);
  }
}

async function openWith(options: OpenOptions, facts: CardFacts): Promise<OpenedPassport> {
  const infos = facts.cardAccess ? decodeSecurityInfos(facts.cardAccess) : [];
  const responseLimit = options.style === 'extended' ? facts.responseLimit : SHORT_RESPONSE;
  const pace = choosePaceProtocol(infos);
  if (!pace) return await openByBac(options, responseLimit, offersPace(infos));
  try {
    return await openByPace(options, responseLimit, pace);
  } catch (error) {
    // A chip that will not do what it offers may still know BAC; what it says about PACE is the better answer if not.
    if (options.access.kind !== 'mrz' || !(error instanceof CardError) || error.kind !== 'refused')
      throw error;
    try {
      return await openByBac(options, responseLimit, true);
    } catch (second) {
      throw isRefusal(second) ? error : second;
    }
  }
}

async function openByPace(
  { access, channel, random }: OpenOptions,
  responseLimit: number,
  pace: PaceProtocol,
): Promise<OpenedPassport> {
  const session = await establishPace(createPlainExchange(channel), pace, pacePassword(access), random);
  const exchange = createSecureExchange(channel, session);
  await selectApplication(exchange);
  return { protocol: { kind: 'PACE', cipher: pace.cipher, curve: pace.curve.name }, exchange, responseLimit };
}

async function openByBac(
  { access, channel, random }: OpenOptions,
  responseLimit: number,
  isPaceOffered: boolean,
): Promise<OpenedPassport> {
  const plain = createPlainExchange(channel);
  await selectApplication(plain);
  if (access.kind === 'can') {
    const why = isPaceOffered ? 'offers PACE only in ways that are not supported' : 'does not offer PACE';
    throw new EmrtdError('unsupported', `A card access number opens PACE, and the chip ${why}`);
  }
  const session = await establishBac(plain, access, random);
  return { protocol: { kind: 'BAC' }, exchange: createSecureExchange(channel, session), responseLimit };
}

async function selectApplication(exchange: CardExchange) {
  const response = await exchange.send(command(SELECT, 0x04, 0x0c, { data: APPLICATION }));
  if (response.statusWord === STATUS.ok) return;
  if (NO_APPLICATION.has(response.statusWord)) {
    throw new EmrtdError('not-a-passport', `The card has no application ${hexText(APPLICATION)}`, response);
  }
  throw refused('to select the passport', response);
}

function isRefusal(error: unknown): boolean {
  if (error instanceof CardError) return error.kind === 'refused';
  return error instanceof EmrtdError && (error.kind === 'unsupported' || error.kind === 'not-a-passport');
}
