import { ArrowLeft, CircleCheck, House, type LucideIcon } from 'lucide-react';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Siger } from '../../design/Tapis.tsx';
import { useLinkState } from '../../system/station-context.tsx';
import { AccessButton } from '../access/AccessButton.tsx';
import { spokenOn } from '../speech/prompts.ts';
import { isFinal, shownOf } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import { ComfortBar } from './ComfortBar.tsx';
import styles from './Frame.module.css';
import { HelpButton } from './HelpButton.tsx';
import { MoreBelow } from './MoreBelow.tsx';

/** Around every question: how to read it above, the ways out and an officer below. What does not change is drawn once. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { path, back, go, end, whenSettled } = useVisit();
  const { state } = useLinkState();
  const middle = useRef<HTMLDivElement>(null);
  const ways = useMemo(
    () => ({
      back: whenSettled(back),
      home: whenSettled(() => go({ name: 'menu' })),
      finish: whenSettled(end),
      access: whenSettled(() => go({ name: 'access' })),
    }),
    [back, go, end, whenSettled],
  );
  const shown = shownOf(path);
  const deep = shown.name !== 'menu';
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <Siger size={48} />
        <p className={styles.name}>{t('common.product')}</p>
        {shown.name === 'access' ? null : <AccessButton onPress={ways.access} />}
        <ComfortBar spoken={spokenOn(shown)} />
      </header>
      <div ref={middle} className={styles.middle} tabIndex={0}>
        {state === 'lost' ? (
          <p role="alert" className={styles.lost}>
            {t('error.STATION_LOST')}
          </p>
        ) : null}
        {children}
        <MoreBelow key={`below ${path.length}`} scrolled={middle} />
      </div>
      <footer className={styles.bottom}>
        {deep && !isFinal(shown) ? (
          <Way icon={ArrowLeft} words={t('common.back')} onPress={ways.back} />
        ) : null}
        {deep ? <Way icon={House} words={t('self.home')} onPress={ways.home} /> : null}
        <Way icon={CircleCheck} words={t('self.finish')} onPress={ways.finish} />
        <HelpButton />
      </footer>
    </div>
  );
}

const Way = memo(function Way({
  icon,
  words,
  onPress,
}: {
  icon: LucideIcon;
  words: string;
  onPress: () => void;
}) {
  return (
    <Button icon={icon} onPress={onPress}>
      {words}
    </Button>
  );
});
