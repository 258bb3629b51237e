/** Characters of a code after its two letters of prefix. */
export const CODE_LENGTH = 9;

/** What was typed or pasted as the characters of a code: look-alikes corrected, everything else dropped. Pure. */
export function cleanCode(text: string, prefix: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replace(new RegExp(`^${prefix}(?=.{${CODE_LENGTH}}$)`), '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-HJKMNP-TV-Z]/g, '')
    .slice(0, CODE_LENGTH);
}

/** `7K2M9QXA3` as `7K2M-9QXA-3`, also half typed. */
export function grouped(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].filter(Boolean).join('-');
}
