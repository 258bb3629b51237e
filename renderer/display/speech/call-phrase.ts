/** One piece of what is heard: a clip by its name, or silence. */
export type SpokenPart =
  | { readonly kind: 'clip'; readonly name: string }
  | { readonly kind: 'pause'; readonly milliseconds: number };

/** Between the sentences, between digits that a comma parts, and before it is said again. */
const SENTENCE_MS = 350;
const COMMA_MS = 90;
const AGAIN_MS = 700;
const AFTER_CHIME_MS = 150;

const clip = (name: string): SpokenPart => ({ kind: 'clip', name });
const pause = (milliseconds: number): SpokenPart => ({ kind: 'pause', milliseconds });

/**
 * The chime, then twice: “Nomor antrean A, nol, satu, dua. Silakan menuju loket dua.” Letter and digits one by one, so
 * that nobody mistakes fifteen for fifty.
 * @param number `A-012`
 * @param counter 1 to 99
 */
export function callPhrase(number: string, counter: number): SpokenPart[] {
  const signs = [...number].filter((sign) => /[A-Z0-9]/.test(sign));
  const once = [
    clip('nomor-antrean'),
    ...signs.flatMap((sign) => [pause(COMMA_MS), clip(sign)]),
    pause(SENTENCE_MS),
    clip('silakan'),
    ...numberWords(counter).map(clip),
  ];
  return [clip('chime'), pause(AFTER_CHIME_MS), ...once, pause(AGAIN_MS), ...once];
}

/** Clips that make a whole number: `12` is *dua belas*, `21` is *dua puluh satu*. */
export function numberWords(number: number): string[] {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number < 10) return [String(number)];
  if (number === 10) return ['sepuluh'];
  if (number === 11) return ['sebelas'];
  if (number < 20) return [String(ones), 'belas'];
  return [String(tens), 'puluh', ...(ones === 0 ? [] : [String(ones)])];
}
