/** How boldly files are read. A chip that takes one ill is opened again and read in the next. */

/**
 * - `extended`: a whole file in one extended command, where reader and chip seem able
 * - `short`: short commands, each asking for the most a protected response holds
 * - `cautious`: files selected by name, their length read first, and nothing asked for past their end
 */
export type ReadingStyle = 'extended' | 'short' | 'cautious';

export function nextStyle(style: ReadingStyle): ReadingStyle | null {
  if (style === 'extended') return 'short';
  return style === 'short' ? 'cautious' : null;
}

/** The chip took the style ill, which says nothing about the file: another style may read it. */
export class StyleRefused extends Error {
  override readonly name = 'StyleRefused';
  /** What to fail with when no style is left. */
  readonly failure: Error;

  constructor(failure: Error) {
    super(failure.message, { cause: failure });
    this.failure = failure;
  }
}
