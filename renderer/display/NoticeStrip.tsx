import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../contract/domain/localized.ts';
import { useCatalog } from '../system/catalog.ts';
import { dayOf } from '../system/format.ts';
import styles from './NoticeStrip.module.css';

/** Long enough to read two lines twice. */
const SHOWN_MS = 15_000;

/** What central wants the hall to know, one at a time, in each language in turn; the warning against illegal levies is always among them. */
export function NoticeStrip({ now }: { now: number }) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  if (!catalog) return null;
  const today = dayOf(now);
  const notices = catalog.notices.filter(({ from }) => from <= today).map(({ text }) => text);
  const texts = [...notices, catalog.fraudWarning].flatMap((text) =>
    languageSchema.options.map((language) => ({ language, words: text[language] })),
  );
  const shown = texts[Math.floor(now / SHOWN_MS) % texts.length];
  return (
    <section className={styles.notice} aria-label={t('display.notices')}>
      <Info aria-hidden className={styles.sign} />
      <p lang={shown?.language}>{shown?.words}</p>
    </section>
  );
}
