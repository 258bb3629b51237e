import { CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import styles from './WhatWorks.module.css';
import { OFFERS, type Offer } from './what-works.ts';

/** What can be used now and what cannot, with why. @param all false: only what cannot */
export function WhatWorks({ works, all }: { works: Readonly<Record<Offer, string | null>>; all: boolean }) {
  const { t } = useTranslation();
  const shown = OFFERS.filter((offer) => all || works[offer] !== null);
  if (shown.length === 0) return null;
  const title = t(all ? 'self.worksNow' : 'self.worksNot');
  return (
    <section className={styles.works} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {shown.map((offer) => {
          const why = works[offer];
          const Sign = why === null ? CircleCheck : CircleSlash;
          return (
            <li key={offer} className={classNames(styles.offer, why !== null && styles.broken)}>
              <Sign aria-hidden size={32} />
              <span>
                {t(`self.offer.${offer}`)}
                {why === null ? (
                  <span className={styles.heard}>: {t('self.offerWorks')}</span>
                ) : (
                  <span className={styles.why}>{t(`self.broken.${why}`)}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
