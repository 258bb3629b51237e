export interface KeyStroke {
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const functionKeys = new Set([
  'F1',
  'F3',
  'F5',
  'F6',
  'F7',
  'F10',
  'F11',
  'F12',
  'BrowserBack',
  'BrowserForward',
]);
/** With Control or Command: close, new, open, print, save, reload, find, zoom, tools. Copy, paste and undo stay. */
const chordKeys = new Set([
  'w',
  'n',
  't',
  'o',
  'p',
  's',
  'r',
  'f',
  'g',
  'h',
  'j',
  'u',
  'q',
  '+',
  '-',
  '=',
  '0',
  'tab',
]);

/** Keys with which a browser, rather than a page, would do something. */
export function isBrowserKey(input: KeyStroke): boolean {
  if (functionKeys.has(input.key)) return true;
  const key = input.key.toLowerCase();
  if (input.alt && ['f4', 'arrowleft', 'arrowright', 'home', ' '].includes(key)) return true;
  if (!input.control && !input.meta) return false;
  return chordKeys.has(key) || (input.shift && ['i', 'c', 'j'].includes(key));
}
