import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../system/catalog.ts';
import { dayOf } from '../system/format.ts';
import { useLocalized } from '../system/language.ts';
import styles from './NoticeStrip.module.css';

/** Long enough to read two lines twice. */
const SHOWN_MS = 15_000;

/** What central wants the hall to know, one at a time; the warning against illegal levies is always among them. */
export function NoticeStrip({ now }: { now: number }) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  const local = useLocalized();
  if (!catalog) return null;
  const today = dayOf(now);
  const texts = [
    ...catalog.notices.filter(({ from }) => from <= today).map(({ text }) => local(text)),
    local(catalog.fraudWarning),
  ];
  return (
    <section className={styles.notice} aria-label={t('display.notices')}>
      <Info aria-hidden className={styles.sign} />
      <p>{texts[Math.floor(now / SHOWN_MS) % texts.length]}</p>
    </section>
  );
}
