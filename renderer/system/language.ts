import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Localized } from '../../contract/domain/localized.ts';
import * as format from './format.ts';

export function useLanguage(): { language: Language; change: (language: Language) => void } {
  const { i18n } = useTranslation();
  const change = useCallback(
    (language: Language) => {
      // Told so, every word on screen is drawn again, also when nothing changes.
      if (language === i18n.language) return;
      document.documentElement.lang = language;
      i18n.changeLanguage(language).catch(() => undefined);
    },
    [i18n],
  );
  return { language: i18n.language === 'en' ? 'en' : 'id', change };
}

/** Picks the text of the language in use from what the catalog says. */
export function useLocalized(): (text: Localized) => string {
  const { language } = useLanguage();
  return useMemo(() => (text: Localized) => text[language], [language]);
}

/** The formatters of `format.ts` in the language in use. */
export function useFormat() {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      money: (rupiah: number) => format.formatMoney(rupiah, language),
      date: (date: string) => format.formatDate(date, language),
      time: (instant: number) => format.formatTime(instant, language),
      longDay: (instant: number) => format.formatLongDay(instant, language),
      instant: (instant: number) => format.formatInstant(instant, language),
      when: (instant: number, now: number) => format.formatWhen(instant, now, language),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
    }),
    [language],
  );
}
