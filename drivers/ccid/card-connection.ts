import type { Clock } from '../clock.ts';
import type { CardChannel } from '../smart-card/card-channel.ts';
import { CardError } from '../smart-card/card-error.ts';
import type { ApduCarrier, BlockTransfer } from './apdu-carrier.ts';
import { decodeAtr } from './atr.ts';
import { cardCapabilities } from './card-capabilities.ts';
import type { CcidLink, ExchangeOptions } from './ccid-link.ts';
import { createCardChannel } from './channel.ts';
import { withDeadline } from './deadline.ts';
import { createExtendedApduCarrier } from './extended-apdu-carrier.ts';
import { negotiateProtocol } from './negotiate-protocol.ts';
import { powerOn } from './power-on.ts';
import type { ReaderTiming } from './reader-timing.ts';
import { shortApduCarrier } from './short-apdu-carrier.ts';
import { createT1Engine } from './t1-engine.ts';
import { exchangeT1 } from './t1-exchange.ts';
import { toCardError } from './to-card-error.ts';
import { createT1Carrier, t0Carrier, t1Exchange } from './tpdu-carrier.ts';

export interface CardConnection {
  readonly channel: CardChannel;
  /** Powers the card off; the channel fails from here on. Never rejects. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly link: CcidLink;
  readonly slot: number;
  readonly clock: Clock;
  readonly timing: ReaderTiming;
  /** The reader's model takes short APDUs only, whatever its descriptor says. */
  readonly shortApduOnly: boolean;
  /** Ends powering on and every exchange; its reason, when a `CardError`, is what they fail with. */
  readonly signal: AbortSignal;
}

/** Powers the card in a slot on and agrees on how to talk to it. Fails with a `CardError`. */
export async function connectCard(options: ConnectionOptions): Promise<CardConnection> {
  const { link, slot, clock, timing, signal } = options;
  const closed = new AbortController();
  const ended = AbortSignal.any([signal, closed.signal]);
  const close = async () => {
    closed.abort(new CardError('aborted', 'The session with the card has ended'));
    // The slot may be empty and the reader gone: there is no one left to tell.
    await link.exchange(slot, { kind: 'power-off' }, { answerMs: timing.commandMs }).catch(() => {});
  };
  try {
    const { atr, carrier } = await withDeadline(clock, timing.transmitMs, async (deadline) => {
      const activating = { ...options, signal: AbortSignal.any([signal, deadline]) };
      const answer = await powerOn(link, slot, { answerMs: timing.powerOnMs, signal: activating.signal });
      return { atr: answer, carrier: await chooseCarrier(activating, answer) };
    });
    const channel = createCardChannel({
      atr,
      carrier,
      chaining: cardCapabilities(decodeAtr(atr)?.historical ?? new Uint8Array()).commandChaining,
      transfer: (exchange) => blockTransfer(link, slot, exchange),
      clock,
      timing,
      ended,
    });
    return { channel, close };
  } catch (error) {
    await close();
    throw toCardError(error);
  }
}

async function chooseCarrier(options: ConnectionOptions, bytes: Uint8Array): Promise<ApduCarrier> {
  const { link, slot, timing, signal } = options;
  const { level, maximumMessageLength, maximumIfsd, automatic } = link.descriptor;
  const exchange: ExchangeOptions = { answerMs: timing.commandMs, signal };
  const transfer = blockTransfer(link, slot, exchange);
  const atr = decodeAtr(bytes);
  if (level !== 'tpdu') {
    // The reader speaks for itself here, so an answer to reset that follows no standard is its own affair.
    if (atr) await negotiateProtocol({ link, slot, atr, exchange, transfer });
    if (level === 'short-apdu' || options.shortApduOnly) return shortApduCarrier;
    return createExtendedApduCarrier(maximumMessageLength);
  }
  if (!atr) throw new CardError('protocol', 'The answer to reset follows no standard');
  if ((await negotiateProtocol({ link, slot, atr, exchange, transfer })) === 0) return t0Carrier;
  if (atr.checksum === 'crc') throw new CardError('protocol', 'The card wants blocks checked by CRC');
  const engine = createT1Engine({ ifsc: atr.ifsc, ifsd: automatic.ifsd ? maximumIfsd : 32 });
  if (!automatic.ifsd) await exchangeT1(engine, engine.announce(maximumIfsd), t1Exchange(transfer));
  return createT1Carrier(engine);
}

function blockTransfer(link: CcidLink, slot: number, exchange: ExchangeOptions): BlockTransfer {
  return (bytes, { waitMultiplier = 0, level = 0 } = {}) =>
    link.exchange(
      slot,
      { kind: 'transfer-block', bytes, waitMultiplier, level },
      { ...exchange, answerMs: exchange.answerMs * Math.max(1, waitMultiplier) },
    );
}
