/** Width of the roll in millimetres. */
export type PaperWidth = 58 | 80;

/** What prints on it at 203 dpi (8 dots per mm) with font A, 12 dots wide. */
export const PAPER: Readonly<Record<PaperWidth, { readonly dots: number; readonly columns: number }>> = {
  58: { dots: 384, columns: 32 },
  80: { dots: 576, columns: 48 },
};
