/** A paper as content, before any printer language. Text may be anything; what cannot print degrades legibly. */
export interface ReceiptDocument {
  readonly blocks: readonly ReceiptBlock[];
}

export type ReceiptAlign = 'left' | 'center' | 'right';

/** Times the normal character cell of 12 by 24 dots (1.5 by 3 mm). */
export type ReceiptScale = 1 | 2 | 3 | 4;

export interface TextStyle {
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** White on black. */
  readonly inverse?: boolean;
}

export type ReceiptBlock =
  /** Wrapped at words. `hang` (such as `1. `) stands before the first line and indents the others. */
  | (TextStyle & {
      readonly kind: 'text';
      readonly text: string;
      readonly align?: ReceiptAlign;
      readonly width?: ReceiptScale;
      readonly height?: ReceiptScale;
      readonly hang?: string;
    })
  /** A label on the left and its value flush right; each wraps within its own column. */
  | (TextStyle & { readonly kind: 'columns'; readonly left: string; readonly right: string })
  | { readonly kind: 'rule'; readonly style?: 'single' | 'double' }
  /** Centred, with its quiet zone. Up to 213 bytes of Latin-1; `moduleDots` shrinks when the paper is too narrow. */
  | { readonly kind: 'qr'; readonly data: string; readonly moduleDots?: number }
  /** One byte per dot, row by row, 1 is black; width is a multiple of 8 and no wider than the paper. */
  | { readonly kind: 'image'; readonly width: number; readonly height: number; readonly dots: Uint8Array }
  | { readonly kind: 'feed'; readonly lines: number }
  /** Feeds the last line past the knife and cuts, leaving a bridge so the paper does not fall. */
  | { readonly kind: 'cut' };
