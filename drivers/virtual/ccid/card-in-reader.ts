import type { CardAnswer, VirtualCard } from '../card/virtual-card.ts';

/** APDUs of this class are for the reader, not the card (PC/SC part 3, 3.2.2). */
const READER_CLASS = 0xff;
const GET_DATA = 0xca;
/** Function not supported; instruction not supported. */
const NOT_SUPPORTED = Uint8Array.of(0x6a, 0x81);
const UNKNOWN = Uint8Array.of(0x6d, 0x00);

/** What a reader makes of a whole command: its own pseudo-APDUs for a contactless card, the card's for all else. */
export function answerCommand(card: VirtualCard, command: Uint8Array): CardAnswer {
  const [cla, ins, p1, p2] = command;
  if (cla !== READER_CLASS || !card.contactless) return card.process(command);
  if (ins !== GET_DATA) return { response: UNKNOWN, worksMs: 0 };
  const wanted = p1 === 0 && p2 === 0 ? card.uid : null;
  return { response: wanted ? Uint8Array.of(...wanted, 0x90, 0x00) : NOT_SUPPORTED, worksMs: 0 };
}
