import { CardError } from '../smart-card/card-error.ts';
import type { ApduCarrier, BlockTransfer } from './apdu-carrier.ts';
import { HEADER_LENGTH } from './ccid-message.ts';
import { LONGEST_COMMAND, LONGEST_RESPONSE } from './command-apdu.ts';

/** wLevelParameter and bChainParameter (CCID 1.1, 6.1.4 and 6.2.1): which part of an APDU a message holds. */
const PART = { whole: 0x00, first: 0x01, last: 0x02, middle: 0x03, next: 0x10 } as const;

/** A reader that takes extended APDUs, in as many messages as its longest message makes necessary (CCID 1.1, 3.2.4). */
export function createExtendedApduCarrier(maximumMessageLength: number): ApduCarrier {
  const room = maximumMessageLength - HEADER_LENGTH;
  return {
    maximumCommandLength: LONGEST_COMMAND,
    maximumResponseLength: LONGEST_RESPONSE,
    async carry(bytes, _, transfer) {
      let offset = 0;
      for (; bytes.length - offset > room; offset += room) {
        const level = offset === 0 ? PART.first : PART.middle;
        const reply = await transfer(bytes.subarray(offset, offset + room), { level });
        if (reply.parameter !== PART.next || reply.bytes.length > 0) throw unexpected(reply.parameter);
      }
      const level = offset === 0 ? PART.whole : PART.last;
      return await collect(await transfer(bytes.subarray(offset), { level }), transfer);
    },
  };
}

async function collect(
  first: Awaited<ReturnType<BlockTransfer>>,
  transfer: BlockTransfer,
): Promise<Uint8Array> {
  if (first.parameter === PART.whole) return first.bytes;
  if (first.parameter !== PART.first) throw unexpected(first.parameter);
  const parts = [first.bytes];
  let length = first.bytes.length;
  for (let more = true; more; ) {
    const reply = await transfer(new Uint8Array(), { level: PART.next });
    if (reply.parameter !== PART.middle && reply.parameter !== PART.last) throw unexpected(reply.parameter);
    length += reply.bytes.length;
    more = reply.parameter === PART.middle;
    // Every middle part brings at least one byte, so the longest response bounds their number.
    if (length > LONGEST_RESPONSE || (more && reply.bytes.length === 0)) {
      throw new CardError('protocol', 'The reader never ends its answer');
    }
    parts.push(reply.bytes);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

function unexpected(parameter: number): CardError {
  return new CardError('protocol', `The reader sent chain parameter ${parameter} where it may not`);
}
