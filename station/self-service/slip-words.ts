import type { Language, Localized } from '../../contract/domain/localized.ts';
import english from './slip-texts.en.json' with { type: 'json' };
import indonesian from './slip-texts.id.json' with { type: 'json' };

export type SlipTextKey = keyof typeof indonesian;

/** The words of a slip in one language. */
export interface SlipWords {
  readonly language: Language;
  /** `{name}` in the text is replaced by the value of that name. */
  text(key: SlipTextKey, values?: Readonly<Record<string, string | number>>): string;
  of(localized: Localized): string;
}

const TEXTS: Readonly<Record<Language, Readonly<Record<SlipTextKey, string>>>> = {
  id: indonesian,
  en: english,
};

export function slipWords(language: Language): SlipWords {
  return {
    language,
    text: (key, values = {}) =>
      TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    of: (localized) => localized[language],
  };
}
