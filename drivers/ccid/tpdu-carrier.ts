import type { ApduCarrier, BlockTransfer } from './apdu-carrier.ts';
import { CCID_ERROR, CcidCommandError } from './ccid-command-error.ts';
import {
  LONGEST_COMMAND,
  LONGEST_RESPONSE,
  LONGEST_SHORT_COMMAND,
  LONGEST_SHORT_RESPONSE,
} from './command-apdu.ts';
import { exchangeT0 } from './t0-exchange.ts';
import type { T1Engine } from './t1-engine.ts';
import { type BlockExchange, exchangeT1 } from './t1-exchange.ts';

/** A card that speaks T=0 in a reader that takes TPDUs; the reader sees to procedure bytes (CCID 1.1, 3.2.2). */
export const t0Carrier: ApduCarrier = {
  maximumCommandLength: LONGEST_SHORT_COMMAND,
  maximumResponseLength: LONGEST_SHORT_RESPONSE,
  carry: (_, command, transfer) => exchangeT0(command, async (tpdu) => (await transfer(tpdu)).bytes),
};

/** A card that speaks T=1 in a reader that takes TPDUs: the host builds the blocks. */
export function createT1Carrier(engine: T1Engine): ApduCarrier {
  return {
    maximumCommandLength: LONGEST_COMMAND,
    maximumResponseLength: LONGEST_RESPONSE,
    carry: (bytes, _, transfer) => exchangeT1(engine, engine.begin(bytes), t1Exchange(transfer)),
  };
}

/** What the line garbled and what did not come are told alike to the engine, which asks again. */
export function t1Exchange(transfer: BlockTransfer): BlockExchange {
  return async (block, waitMultiplier) => {
    try {
      return (await transfer(block, { waitMultiplier })).bytes;
    } catch (error) {
      if (error instanceof CcidCommandError && error.card === 'active' && isLineFault(error.code))
        return null;
      throw error;
    }
  };
}

function isLineFault(code: number): boolean {
  return code === CCID_ERROR.parity || code === CCID_ERROR.overrun || code === CCID_ERROR.mute;
}
