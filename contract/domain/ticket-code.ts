import { type Identifier, identifierSchema } from './identifiers.ts';

/** Says whose code it is: an id alone could be anything's. */
const PREFIX = 'TIKET';

/**
 * What the QR code of a queue ticket holds: `TIKET/` and the ticket's id in capitals. All of it is in the alphanumeric set
 * of QR codes (ISO/IEC 18004, table 5), which makes the symbol smaller.
 */
export function formatTicketCode(ticketId: Identifier): string {
  return `${PREFIX}/${ticketId.toUpperCase()}`;
}

/**
 * The ticket's id; null when the text is no ticket's code. A scanner that types may get the case and the marks between
 * the letters wrong, where its keyboard layout is not the computer's.
 */
export function parseTicketCode(text: string): Identifier | null {
  const plain = text.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();
  const [, ...parts] = /^TIKET(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(plain) ?? [];
  const id = identifierSchema.safeParse(parts.join('-').toLowerCase());
  return id.success ? id.data : null;
}
