/** The ESC/POS commands the virtual printer knows, named after what they do. Ranges are checked by the parser. */
export type EscPosCommand =
  | { readonly name: 'character'; readonly byte: number }
  | { readonly name: 'line-feed' }
  | { readonly name: 'carriage-return' }
  | { readonly name: 'tab' }
  | { readonly name: 'initialize' }
  | { readonly name: 'print-mode'; readonly flags: number }
  | { readonly name: 'bold'; readonly on: boolean }
  | { readonly name: 'underline'; readonly dots: number }
  | { readonly name: 'inverse'; readonly on: boolean }
  | { readonly name: 'size'; readonly width: number; readonly height: number }
  | { readonly name: 'align'; readonly to: 'left' | 'center' | 'right' }
  | { readonly name: 'font'; readonly font: 'A' | 'B' }
  | { readonly name: 'code-page'; readonly page: number }
  | { readonly name: 'single-byte' }
  | { readonly name: 'line-spacing'; readonly dots: number | null }
  | { readonly name: 'feed-lines'; readonly lines: number }
  | { readonly name: 'feed-dots'; readonly dots: number }
  | { readonly name: 'cut'; readonly feedToKnife: boolean; readonly feedDots: number }
  | { readonly name: 'automatic-status'; readonly mask: number }
  | { readonly name: 'send-status'; readonly which: 'paper' | 'drawer' }
  | { readonly name: 'real-time' }
  | { readonly name: 'qr-model' }
  | { readonly name: 'qr-module'; readonly dots: number }
  | { readonly name: 'qr-level'; readonly level: 'L' | 'M' | 'Q' | 'H' }
  | { readonly name: 'qr-store'; readonly data: Uint8Array }
  | { readonly name: 'qr-print' }
  | {
      readonly name: 'raster';
      readonly scaleX: number;
      readonly scaleY: number;
      readonly widthBytes: number;
      readonly rows: Uint8Array;
    }
  | { readonly name: 'column-image'; readonly columns: Uint8Array };

/** Whether a command moves paper, and so cannot run without any. */
export function movesPaper(command: EscPosCommand): boolean {
  switch (command.name) {
    case 'line-feed':
    case 'feed-lines':
    case 'feed-dots':
    case 'cut':
    case 'qr-print':
    case 'raster':
      return true;
    default:
      return false;
  }
}
