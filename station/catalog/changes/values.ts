import type { ChangedValue } from '../../../contract/domain/catalog-change.ts';
import type { LegalBasis } from '../../../contract/domain/legal-basis.ts';
import type { Localized } from '../../../contract/domain/localized.ts';

export function text(words: Localized | undefined): ChangedValue | null {
  return words === undefined ? null : { kind: 'text', text: words };
}

/** Several texts as one, a line each; null for none. */
export function texts(words: readonly Localized[]): ChangedValue | null {
  if (words.length === 0) return null;
  const lines = (language: keyof Localized) => words.map((each) => each[language]).join('\n');
  return { kind: 'text', text: { id: lines('id'), en: lines('en') } };
}

export const plain = (words: string): ChangedValue => ({ kind: 'plain', text: words });

export const basis = (...regulations: readonly LegalBasis[]): ChangedValue => ({
  kind: 'basis',
  basis: [...regulations],
});
