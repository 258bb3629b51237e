import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationFacts } from '../../contract/station/system.ts';
import { Siger, TapisStrip } from '../design/Tapis.tsx';
import { useFormat } from '../system/language.ts';
import { useNow } from '../system/now.ts';
import { LanguageButton } from './LanguageButton.tsx';
import { PracticeMark } from './PracticeMark.tsx';
import styles from './WelcomeFrame.module.css';

/** The closed counter: who we are and what time it is on one side, the way in on the other. */
export function WelcomeFrame({ facts, children }: { facts: StationFacts; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <div className={styles.frame}>
      <header className={styles.brand}>
        <TapisStrip />
        <div className={styles.words}>
          <Siger size={92} />
          <p className={styles.name}>{t('common.product')}</p>
          <p className={styles.tagline}>{t('common.tagline')}</p>
          <p className={styles.place}>{facts.stationName}</p>
        </div>
        <div className={styles.time}>
          <p className={styles.clock}>{format.time(now)}</p>
          <p>{format.longDay(now)}</p>
        </div>
        <TapisStrip />
      </header>
      <main className={styles.room}>
        <div className={styles.top}>
          {facts.mode === 'practice' ? <PracticeMark /> : <span />}
          <LanguageButton />
        </div>
        <div className={styles.content}>
          <div>{children}</div>
        </div>
        {facts.databaseKey === 'file' ? (
          <p className={styles.key}>
            {t(facts.mode === 'practice' ? 'access.practiceKey' : 'access.keyInFile')}
          </p>
        ) : null}
      </main>
    </div>
  );
}
