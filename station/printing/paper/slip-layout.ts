import type { ReceiptBlock } from '../../../drivers/receipt-printer/receipt-document.ts';
import type { SlipPaper } from '../../registration/ports.ts';
import { formatDay, formatTime } from './paper-formats.ts';
import { centred, framed, heading, type PaperFrame } from './paper-frame.ts';

/** A slip of information or of a complaint. Its words were made when it was asked for. */
export function layOutSlip(slip: SlipPaper, frame: PaperFrame): ReceiptBlock[] {
  return framed(
    [
      centred(slip.stationName, { bold: true }),
      { kind: 'rule' },
      centred(slip.title, { bold: true, height: 2 }),
      ...(slip.code === null ? [] : codeBlocks(slip.code)),
      ...slip.sections.flatMap(({ heading: title, lines }): ReceiptBlock[] => [
        { kind: 'rule' },
        ...(title === null ? [] : [heading(title)]),
        ...lines.map(
          (text): ReceiptBlock =>
            title === null ? { kind: 'text', text } : { kind: 'text', text, hang: '- ' },
        ),
      ]),
      { kind: 'rule' },
      centred(`${formatDay(slip.printedAt, slip.language)}, ${formatTime(slip.printedAt)}`),
    ],
    frame,
  );
}

function codeBlocks(code: string): ReceiptBlock[] {
  return [{ kind: 'feed', lines: 1 }, centred(code, { bold: true, height: 2 }), { kind: 'qr', data: code }];
}
