import { CODE_PAGE_437 } from './code-pages.ts';
import { toLegible } from './legible-text.ts';
import type { ReceiptDocument } from './receipt-document.ts';

const CODE_PAGE_437_CHARACTERS: ReadonlySet<string> = new Set(CODE_PAGE_437);

/**
 * The table every character of a document stands in; `auto` lets the encoder change tables in the middle of a line. It
 * looks for the best table line by line, which takes most of the time of a receipt, so a document that needs one table
 * is told so.
 */
export function chooseCodePage(document: ReceiptDocument): 'cp437' | 'auto' {
  const isWithin = (text: string) =>
    [...toLegible(text)].every((character) => character <= '\x7e' || CODE_PAGE_437_CHARACTERS.has(character));
  return document.blocks.every((block) => {
    if (block.kind === 'text') return isWithin(block.text) && isWithin(block.hang ?? '');
    return block.kind !== 'columns' || (isWithin(block.left) && isWithin(block.right));
  })
    ? 'cp437'
    : 'auto';
}
