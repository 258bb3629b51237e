import type { ReceiptBlock } from '../../../drivers/receipt-printer/receipt-document.ts';
import type { PaperWords } from './paper-words.ts';

/** What stands around every paper besides its own words. */
export interface PaperFrame {
  readonly words: PaperWords;
  /** Practice papers say at both ends that they are not valid. */
  readonly practice: boolean;
}

export function heading(text: string): ReceiptBlock {
  return { kind: 'text', text, bold: true };
}

export function centred(text: string, style: Partial<ReceiptBlock & { kind: 'text' }> = {}): ReceiptBlock {
  return { kind: 'text', text, align: 'center', ...style };
}

/** A document with its practice marks and its cut. */
export function framed(blocks: readonly ReceiptBlock[], { words, practice }: PaperFrame): ReceiptBlock[] {
  if (!practice) return [...blocks, { kind: 'cut' }];
  const mark = centred(` ${words.text('practice')} `, { inverse: true, bold: true });
  return [
    mark,
    ...blocks,
    { kind: 'feed', lines: 1 },
    mark,
    centred(words.text('practiceNote')),
    { kind: 'cut' },
  ];
}
