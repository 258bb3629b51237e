import { z } from 'zod';
import { type Instant, instantSchema } from '../../../contract/domain/identifiers.ts';
import type { ReceiptBlock } from '../../../drivers/receipt-printer/receipt-document.ts';
import { formatDay, formatTime } from './paper-formats.ts';
import { centred, framed, type PaperFrame } from './paper-frame.ts';

export const testPaperSchema = z.strictObject({
  kind: z.literal('test'),
  stationName: z.string(),
  at: instantSchema,
  /** What the devices went through, newest first, for whoever repairs them. */
  log: z.array(z.string().max(200)).max(40).default([]),
});
export type TestPaper = z.infer<typeof testPaperSchema>;

/** Lines of a device log that fit on a hand's length of paper. */
export const MOST_LOG_LINES = 30;

/** Shows whether words, lines and codes come out. */
export function layOutTest(paper: TestPaper, frame: PaperFrame): ReceiptBlock[] {
  const { words } = frame;
  return framed(
    [
      centred(paper.stationName, { bold: true }),
      centred(words.text('testTitle'), { bold: true, height: 2 }),
      centred(moment(paper.at, frame)),
      { kind: 'text', text: words.text('testWords') },
      { kind: 'rule', style: 'double' },
      ...logBlocks(paper.log, frame),
      { kind: 'qr', data: paper.stationName.replaceAll(/[^\x20-\x7e]/g, '?') },
    ],
    frame,
  );
}

function logBlocks(log: readonly string[], { words }: PaperFrame): ReceiptBlock[] {
  if (log.length === 0) return [];
  return [
    { kind: 'text', text: words.text('logTitle'), bold: true },
    ...log.map((text): ReceiptBlock => ({ kind: 'text', text, hang: '- ' })),
    { kind: 'rule' },
  ];
}

function moment(at: Instant, { words }: PaperFrame): string {
  return `${formatDay(at, words.language)}, ${formatTime(at)}`;
}
