import { type BackendModule, createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../contract/domain/localized.ts';
import { gatherWords } from './gather-words.ts';

const NAMESPACE = 'translation';

/** Not every screen is ever read in English, and none is at first: those words are a file of their own. */
const english: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, _namespace, done) {
    if (language !== 'en') return done(null, {});
    import('./english-words.ts').then(
      ({ englishWords }) => done(null, englishWords()),
      (error: Error) => done(error, null),
    );
  },
};

/**
 * Words of the faces, Indonesian first. Change with `changeLanguage`; every screen follows at once.
 * @param firstShown languages of the first screen: those of other screens are loaded when somebody changes to them
 */
export async function createWords(firstShown: readonly Language[] = ['id']): Promise<i18n> {
  const files = import.meta.glob<object>('../words/id/*.json', { eager: true, import: 'default' });
  const instance = createInstance();
  await instance
    .use(english)
    .use(initReactI18next)
    .init({
      lng: 'id',
      preload: firstShown,
      fallbackLng: 'id',
      resources: { id: { [NAMESPACE]: gatherWords(files) } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  return instance;
}
