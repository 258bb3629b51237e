import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** What is printed on tickets and receipts, and on letters and cards that people bring. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'Code128', 'PDF417'],
  maxNumberOfSymbols: 1,
  tryHarder: true,
};

/** Longer than any code we print by far; a code that says more is none of ours. */
const LONGEST_CODE = 2_000;

/** The text of the code in the picture; null when there is none, or none with text. */
export async function decodeCode(picture: ImageData): Promise<string | null> {
  const [found] = await readBarcodes(picture, OPTIONS);
  if (!found?.isValid || found.text === '' || found.text.length > LONGEST_CODE) return null;
  return found.text;
}
