import { Hand } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/domain/localized.ts';
import { classNames } from '../design/class-names.ts';
import { PlainButton } from '../design/PlainButton.tsx';
import { Siger, TapisStrip } from '../design/Tapis.tsx';
import { useCatalog } from '../system/catalog.ts';
import { useFacts } from '../system/now.ts';
import styles from './Attract.module.css';
import { AccessButton } from './access/AccessButton.tsx';
import { watchHeldSwitch } from './access/held-switch.ts';
import { useWhatWorks } from './attendance/circumstances.ts';
import { WhatWorks } from './attendance/WhatWorks.tsx';
import { LANGUAGES } from './languages.ts';
import { useClipsEarly } from './speech/clips.ts';
import type { Entry } from './visit.ts';

/**
 * The screen nobody stands at. Every language begins the visit in itself. While nobody is at the counter it is bright, to
 * be seen from the road and to light whoever stands there, and says what can be done alone.
 */
export function Attract({ onBegin }: { onBegin: (language: Language, entry: Entry) => void }) {
  const { t } = useTranslation();
  const facts = useFacts();
  const { works, opens } = useWhatWorks();
  const held = useEffectEvent(() => onBegin('id', 'scanning'));
  useEffect(() => watchHeldSwitch(window, () => held()), []);
  // Read while nobody waits for it.
  useCatalog();
  useClipsEarly();
  return (
    <main className={classNames(styles.attract, opens !== null && styles.bright)}>
      <TapisStrip />
      <Siger size={opens === null ? 120 : 72} />
      <h1 className={styles.title}>{t(opens === null ? 'self.welcome' : 'self.dayAndNight')}</h1>
      <p className={styles.words}>{facts?.stationName ?? t('common.tagline')}</p>
      {opens === null ? null : <p className={styles.opens}>{t('self.counterOpens', { when: opens })}</p>}
      <div className={styles.languages}>
        {LANGUAGES.map(({ code, name }) => (
          <PlainButton
            key={code}
            lang={code}
            className={classNames(styles.begin)}
            onPress={() => onBegin(code, 'menu')}
          >
            <Hand aria-hidden size={44} />
            <span className={styles.touch}>{t('self.touch', { lng: code })}</span>
            <span className={styles.name}>{name}</span>
          </PlainButton>
        ))}
      </div>
      <WhatWorks works={works} all={opens !== null} />
      <p className={styles.words}>{t('self.freeHere')}</p>
      <div className={styles.access}>
        <AccessButton large onPress={() => onBegin('id', 'access')} />
        <p className={styles.accessWords}>
          <strong>{t('self.access.title')}</strong> {t('self.access.hold')}
        </p>
      </div>
      {facts?.mode === 'practice' ? <p className={styles.practice}>{t('self.practice')}</p> : null}
      <TapisStrip />
    </main>
  );
}
