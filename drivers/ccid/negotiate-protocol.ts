import { CardError } from '../smart-card/card-error.ts';
import type { BlockTransfer } from './apdu-carrier.ts';
import type { Atr } from './atr.ts';
import { encodeParameters } from './card-parameters.ts';
import { CCID_ERROR, CcidCommandError } from './ccid-command-error.ts';
import type { CcidDescriptor } from './ccid-descriptor.ts';
import type { CcidLink, ExchangeOptions } from './ccid-link.ts';
import { DEFAULT_FI_DI, lineRate } from './fi-di.ts';
import { agreedPps, encodePps } from './pps.ts';

export interface NegotiationOptions {
  readonly link: CcidLink;
  readonly slot: number;
  readonly atr: Atr;
  readonly exchange: ExchangeOptions;
  readonly transfer: BlockTransfer;
}

/**
 * Settles protocol and line rate with card and reader, doing what the reader does not do by itself: PPS with the card,
 * SetParameters with the reader. Resolves with the protocol. Fails with `protocol`, or with what the link throws.
 */
export async function negotiateProtocol(options: NegotiationOptions): Promise<0 | 1> {
  const { link, slot, atr, exchange } = options;
  const { automatic, level } = link.descriptor;
  const protocol = chooseProtocol(atr, link.descriptor);
  if (automatic.negotiation) return protocol;

  let fiDi = reachableRate(atr, link.descriptor);
  // Where messages are APDUs there is no message a PPS could travel in.
  if (!automatic.pps && level === 'tpdu' && atr.specificProtocol === null) {
    const rate = fiDi === DEFAULT_FI_DI ? null : fiDi;
    if (rate !== null || protocol !== atr.protocols[0]) {
      const request = encodePps(protocol, rate);
      const agreed = agreedPps(request, (await options.transfer(request)).bytes);
      if (!agreed) throw new CardError('protocol', 'The card did not agree to its own parameters');
      if (agreed === 'default') fiDi = DEFAULT_FI_DI;
    }
  }
  try {
    const bytes = encodeParameters(protocol, atr, fiDi);
    await link.exchange(slot, { kind: 'set-parameters', protocol, bytes }, exchange);
  } catch (error) {
    const declined = error instanceof CcidCommandError && error.code === CCID_ERROR.notSupported;
    // A reader that reads the ATR itself may have no need of the command, and then no notion of it.
    if (!declined || !automatic.parameters) throw error;
  }
  return protocol;
}

/** The one protocol TA2 fixes, or the first the card offers that the reader speaks. */
function chooseProtocol(atr: Atr, { protocols }: CcidDescriptor): 0 | 1 {
  const offered = atr.specificProtocol === null ? atr.protocols : [atr.specificProtocol];
  for (const protocol of offered) {
    if (protocol !== 0 && protocol !== 1) continue;
    if (protocols.length === 0 || protocols.includes(protocol)) return protocol;
  }
  throw new CardError('protocol', `The reader speaks none of the card’s protocols (${offered.join(', ')})`);
}

/** TA1 when the reader is fast enough, else the default every card begins with. */
function reachableRate(atr: Atr, { clock, maximumDataRate }: CcidDescriptor): number {
  const rate = lineRate(clock, atr.fiDi);
  if (rate !== null && rate <= maximumDataRate) return atr.fiDi;
  if (atr.specificProtocol === null) return DEFAULT_FI_DI;
  throw new CardError('protocol', 'The card insists on a line rate the reader does not reach');
}
