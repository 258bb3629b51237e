import { useTranslation } from 'react-i18next';
import { TapisStrip } from '../design/Tapis.tsx';
import styles from './Attract.module.css';
import works from './attendance/WhatWorks.module.css';

const STILL = ['papers', 'kept', 'counter', 'complaint'] as const;

/** The station cannot run here. Nothing of it can be mended by a citizen; what holds without it is said. */
export function OutOfService() {
  const { t } = useTranslation();
  return (
    <main className={styles.attract}>
      <TapisStrip />
      <h1 className={styles.title}>{t('self.outOfService')}</h1>
      <p className={styles.words}>{t('self.outOfServiceWords')}</p>
      <section className={works.works} aria-label={t('self.stillHolds')}>
        <h2 className={works.title}>{t('self.stillHolds')}</h2>
        <ul className={works.list}>
          {STILL.map((key) => (
            <li key={key}>{t(`self.still.${key}`)}</li>
          ))}
        </ul>
      </section>
      <TapisStrip />
    </main>
  );
}
