/** Short names with a hyphen inside, such as `KTP-el`: capitals or digits before it. */
const NAME_WITH_HYPHEN = /((?<!\p{L})[\p{Lu}\d]{2,8}-\p{L}{1,8}(?!\p{L}))/u;

export interface TextPart {
  /** Where it begins in the text. */
  readonly start: number;
  readonly text: string;
  /** Stays on one line. */
  readonly isWhole: boolean;
}

/** A text in parts, in order; joined they are the text again. Pure. */
export function unbrokenParts(text: string): TextPart[] {
  let start = 0;
  return text.split(NAME_WITH_HYPHEN).flatMap((part, place) => {
    const found = { start, text: part, isWhole: place % 2 === 1 };
    start += part.length;
    return part === '' ? [] : [found];
  });
}
