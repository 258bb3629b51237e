import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../contract/domain/localized.ts';

type WordFile = Record<string, unknown>;

/** Files `words/<language>/<name>.json`; the words of one stand under its name, as in `issue.required`. */
function readWordFiles(): Record<Language, Record<string, WordFile>> {
  const files = import.meta.glob<WordFile>('../words/*/*.json', { eager: true, import: 'default' });
  const words: Record<Language, Record<string, WordFile>> = { id: {}, en: {} };
  for (const [path, content] of Object.entries(files)) {
    const [, language, name] = /\/(id|en)\/([^/]+)\.json$/.exec(path) ?? [];
    if (name && (language === 'id' || language === 'en')) words[language][name] = content;
  }
  return words;
}

/** Words of the faces, Indonesian first. Change with `changeLanguage`; every screen follows at once. */
export async function createWords(language: Language = 'id'): Promise<i18n> {
  const words = readWordFiles();
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    resources: { id: { translation: words.id }, en: { translation: words.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
