import { Check, Landmark, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { PlainButton } from './PlainButton.tsx';
import styles from './Progress.module.css';

export interface ProgressStep {
  readonly key: string;
  readonly title: string;
  /** `done` all in order, `warn` something to look at, `office` left for the office, `ahead` not reached yet. */
  readonly state: 'done' | 'warn' | 'office' | 'ahead';
}

const SIGNS = { done: Check, warn: TriangleAlert, office: Landmark, ahead: null };

/** The steps of a flow as a gold thread: where we are, what is done, what needs a look. Every reached step can be opened. */
export function Progress({
  steps,
  current,
  onOpen,
}: {
  steps: readonly ProgressStep[];
  current: string;
  onOpen: (key: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <ol className={styles.progress} aria-label={t('common.steps')}>
      {steps.map(({ key, title, state }, index) => {
        const Sign = SIGNS[state];
        const now = key === current;
        return (
          <li key={key} className={classNames(styles.item, styles[state], now && styles.now)}>
            <PlainButton
              className={classNames(styles.step)}
              isDisabled={state === 'ahead' && !now}
              {...(now ? { 'aria-current': 'step' as const } : {})}
              onPress={() => onOpen(key)}
            >
              <span className={styles.bead}>
                {Sign && !now ? <Sign aria-hidden size={18} strokeWidth={3} /> : index + 1}
              </span>
              <span className={styles.title}>{title}</span>
              <span className={styles.spoken}>{t(`common.stepState.${now ? 'now' : state}`)}</span>
            </PlainButton>
          </li>
        );
      })}
    </ol>
  );
}
