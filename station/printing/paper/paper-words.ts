import type { Language, Localized } from '../../../contract/domain/localized.ts';
import english from './texts.en.json' with { type: 'json' };
import indonesian from './texts.id.json' with { type: 'json' };

type TextKey = keyof typeof indonesian;

/** The words of a paper in one language. */
export interface PaperWords {
  readonly language: Language;
  /** `{name}` in the text is replaced by the value of that name. */
  text(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  of(localized: Localized): string;
}

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { id: indonesian, en: english };

export function paperWords(language: Language): PaperWords {
  return {
    language,
    text: (key, values = {}) =>
      TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    of: (localized) => localized[language],
  };
}
