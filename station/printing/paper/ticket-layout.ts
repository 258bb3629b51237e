import { formatTicketCode } from '../../../contract/domain/ticket-code.ts';
import type { ReceiptBlock } from '../../../drivers/receipt-printer/receipt-document.ts';
import type { TicketPaper } from '../../registration/ports.ts';
import { formatDay, formatTime } from './paper-formats.ts';
import { centred, framed, type PaperFrame } from './paper-frame.ts';

/** A queue ticket. Its code says which ticket it is, by which an officer or a kiosk opens it again. */
export function layOutTicket(ticket: TicketPaper, ticketId: string, frame: PaperFrame): ReceiptBlock[] {
  const { words } = frame;
  const before =
    ticket.waitingBefore === 0
      ? words.text('ticketFirst')
      : words.text('ticketBefore', { count: ticket.waitingBefore });
  return framed(
    [
      centred(ticket.stationName, { bold: true }),
      { kind: 'rule' },
      centred(words.text('ticketTitle')),
      centred(ticket.number, { bold: true, width: 4, height: 4 }),
      { kind: 'feed', lines: 1 },
      centred(words.of(ticket.service), { bold: true }),
      centred(`${formatDay(ticket.issuedAt, words.language)}, ${formatTime(ticket.issuedAt)}`),
      { kind: 'qr', data: formatTicketCode(ticketId) },
      centred(before),
      centred(words.text('ticketWait')),
      { kind: 'rule' },
      centred(words.text('ticketFree')),
      centred(words.text('thanks')),
    ],
    frame,
  );
}
