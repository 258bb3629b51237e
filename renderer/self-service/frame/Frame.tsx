import { ArrowLeft, CircleCheck, House } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Siger } from '../../design/Tapis.tsx';
import { useLinkState } from '../../system/station-context.tsx';
import { spokenOn } from '../speech/prompts.ts';
import { isFinal, shownOf } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import { ComfortBar } from './ComfortBar.tsx';
import styles from './Frame.module.css';
import { HelpButton } from './HelpButton.tsx';

/** Around every question: how to read it above, the ways out and an officer below. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { path, back, go, end, whenSettled } = useVisit();
  const { state } = useLinkState();
  const shown = shownOf(path);
  const deep = shown.name !== 'menu';
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <Siger size={48} />
        <p className={styles.name}>{t('common.product')}</p>
        <ComfortBar spoken={spokenOn(shown)} />
      </header>
      <div className={styles.middle} tabIndex={0}>
        {state === 'lost' ? (
          <p role="alert" className={styles.lost}>
            {t('error.STATION_LOST')}
          </p>
        ) : null}
        {children}
      </div>
      <footer className={styles.bottom}>
        {deep && !isFinal(shown) ? (
          <Button icon={ArrowLeft} onPress={whenSettled(back)}>
            {t('common.back')}
          </Button>
        ) : null}
        {deep ? (
          <Button icon={House} onPress={whenSettled(() => go({ name: 'menu' }))}>
            {t('self.home')}
          </Button>
        ) : null}
        <Button icon={CircleCheck} onPress={whenSettled(end)}>
          {t('self.finish')}
        </Button>
        <HelpButton />
      </footer>
    </div>
  );
}
