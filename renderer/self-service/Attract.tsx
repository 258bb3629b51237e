import { Hand } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/domain/localized.ts';
import { classNames } from '../design/class-names.ts';
import { Siger, TapisStrip } from '../design/Tapis.tsx';
import { useFacts } from '../system/now.ts';
import styles from './Attract.module.css';
import { LANGUAGES } from './languages.ts';

/** The screen nobody stands at. Every language begins the visit in itself. */
export function Attract({ onBegin }: { onBegin: (language: Language) => void }) {
  const { t } = useTranslation();
  const facts = useFacts();
  return (
    <main className={styles.attract}>
      <TapisStrip />
      <Siger size={120} />
      <h1 className={styles.title}>{t('self.welcome')}</h1>
      <p className={styles.words}>{facts?.stationName ?? t('common.tagline')}</p>
      <div className={styles.languages}>
        {LANGUAGES.map(({ code, name }) => (
          <AriaButton
            key={code}
            lang={code}
            className={classNames(styles.begin)}
            onPress={() => onBegin(code)}
          >
            <Hand aria-hidden size={44} />
            <span className={styles.touch}>{t('self.touch', { lng: code })}</span>
            <span className={styles.name}>{name}</span>
          </AriaButton>
        ))}
      </div>
      <p className={styles.words}>{t('self.freeHere')}</p>
      {facts?.mode === 'practice' ? <p className={styles.practice}>{t('self.practice')}</p> : null}
      <TapisStrip />
    </main>
  );
}
