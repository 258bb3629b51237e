import type { ApduCarrier } from './apdu-carrier.ts';
import { LONGEST_SHORT_COMMAND, LONGEST_SHORT_RESPONSE } from './command-apdu.ts';

/** A reader that takes short APDUs: one message each way (CCID 1.1, 3.2.3). */
export const shortApduCarrier: ApduCarrier = {
  maximumCommandLength: LONGEST_SHORT_COMMAND,
  maximumResponseLength: LONGEST_SHORT_RESPONSE,
  carry: async (bytes, _, transfer) => (await transfer(bytes)).bytes,
};
