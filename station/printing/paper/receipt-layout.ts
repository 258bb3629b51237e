import type { ReceiptBlock } from '../../../drivers/receipt-printer/receipt-document.ts';
import type { ReceiptPaper } from '../../registration/ports.ts';
import { formatCalendarDate, formatDay, formatMoney, formatTime } from './paper-formats.ts';
import { centred, framed, heading, type PaperFrame } from './paper-frame.ts';

/**
 * The *tanda terima permohonan*: what was received, what is missing and what comes next. `reprintedAs` is the number of a
 * further copy, null for the first. It says twice that it is no proof of payment, because it looks like one.
 */
export function layOutReceipt(
  receipt: ReceiptPaper,
  reprintedAs: number | null,
  frame: PaperFrame,
): ReceiptBlock[] {
  return framed(
    [
      ...top(receipt, reprintedAs, frame),
      { kind: 'rule', style: 'double' },
      ...facts(receipt, frame),
      { kind: 'rule' },
      ...documents(receipt, frame),
      { kind: 'rule' },
      ...nextSteps(receipt, frame),
      { kind: 'rule' },
      ...fee(receipt, frame),
      { kind: 'rule' },
      ...help(receipt, frame),
    ],
    frame,
  );
}

function top(receipt: ReceiptPaper, reprintedAs: number | null, { words }: PaperFrame): ReceiptBlock[] {
  return [
    centred(words.of(receipt.office), { bold: true }),
    centred(words.text('place', { place: receipt.stationName })),
    { kind: 'rule', style: 'double' },
    centred(words.text('receiptTitle'), { bold: true, height: 2 }),
    centred(words.text('receiptNotPayment')),
    ...(reprintedAs === null
      ? []
      : [centred(` ${words.text('receiptCopy', { copy: reprintedAs })} `, { inverse: true })]),
    { kind: 'feed', lines: 1 },
    centred(words.text('receiptCode')),
    centred(receipt.trackingCode, { bold: true, width: 2, height: 2 }),
    { kind: 'qr', data: receipt.trackingCode },
    centred(words.text('receiptCodeUse')),
  ];
}

function facts(receipt: ReceiptPaper, { words }: PaperFrame): ReceiptBlock[] {
  const { language } = words;
  const submitted = `${formatDay(receipt.submittedAt, language)} ${formatTime(receipt.submittedAt)}`;
  const rows: [string, string][] = [
    [words.text('receiptName'), receipt.maskedName],
    [words.text('receiptService'), words.of(receipt.service)],
    [words.text('receiptProduct'), words.of(receipt.product)],
    [words.text('receiptSubmitted'), submitted],
  ];
  if (receipt.ticketNumber !== null) rows.push([words.text('receiptTicket'), receipt.ticketNumber]);
  return rows.map(([left, right]) => ({ kind: 'columns', left, right }));
}

function documents(receipt: ReceiptPaper, { words }: PaperFrame): ReceiptBlock[] {
  const given = words.text('given');
  const missing = words.text('missing');
  const widest = Math.max(given.length, missing.length) + 2;
  const row = (mark: string, text: string): ReceiptBlock => ({
    kind: 'text',
    hang: mark.padEnd(widest),
    text,
  });
  return [
    heading(words.text('documents')),
    ...receipt.given.map((name) => row(given, words.of(name))),
    ...receipt.missing.map((name) => ({ ...row(missing, words.of(name)), bold: true })),
    ...(receipt.missing.length === 0
      ? []
      : [{ kind: 'text' as const, text: words.text('missingNote', { office: words.of(receipt.office) }) }]),
  ];
}

function nextSteps(receipt: ReceiptPaper, { words }: PaperFrame): ReceiptBlock[] {
  return [
    heading(words.text('nextSteps')),
    ...receipt.nextSteps.map(
      (step, place): ReceiptBlock => ({ kind: 'text', hang: `${place + 1}. `, text: words.of(step) }),
    ),
  ];
}

function fee({ fee: { amount, legalBasis } }: ReceiptPaper, { words }: PaperFrame): ReceiptBlock[] {
  const title = [legalBasis.title, legalBasis.article].filter(Boolean).join(' ');
  const date = formatCalendarDate(legalBasis.effectiveFrom, words.language);
  return [
    { kind: 'columns', left: words.text('fee'), right: formatMoney(amount), bold: true },
    { kind: 'text', text: words.text('feeBasis', { title, date }) },
    ...(legalBasis.confidence === 'official'
      ? []
      : [{ kind: 'text' as const, text: words.text('feeUnconfirmed') }]),
    { kind: 'text', text: words.text('feeNotPaid'), bold: true },
  ];
}

function help(receipt: ReceiptPaper, { words }: PaperFrame): ReceiptBlock[] {
  return [
    heading(words.text('complaints')),
    ...receipt.complaintChannels.map(
      ({ name, explanation }): ReceiptBlock => ({
        kind: 'text',
        text: `${name} ${words.of(explanation)}`,
      }),
    ),
    { kind: 'feed', lines: 1 },
    heading(words.text('warning')),
    { kind: 'text', text: words.of(receipt.fraudWarning) },
  ];
}
