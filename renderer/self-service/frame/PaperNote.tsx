import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintState } from '../../../contract/domain/print.ts';
import { classNames } from '../../design/class-names.ts';
import { StatusPill } from '../../design/StatusPill.tsx';
import type { Tone } from '../../design/tone.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './PaperNote.module.css';

const TONES: Record<PrintState, Tone> = {
  waiting: 'neutral',
  printing: 'neutral',
  printed: 'good',
  uncertain: 'warn',
  'not-printed': 'warn',
};

/**
 * What became of a paper, and what holds without it. Takes its room from the beginning.
 * @param printJobId null while no paper was asked for
 * @param without said while no paper is certain
 * @param ask stands there until the paper is asked for
 */
export function PaperNote({
  printJobId,
  without,
  ask,
}: {
  printJobId: string | null;
  without: string;
  ask?: ReactNode;
}) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const input = printJobId === null ? skipToken : { printJobId };
  const state = useQuery(queries.selfService.paper.queryOptions({ input, staleTime: 0 })).data?.state;
  const unprinted = state !== undefined && state !== 'printed';
  return (
    <div className={styles.place}>
      <div role="status" className={styles.note}>
        <div className={classNames(state === undefined && styles.unsaid)}>
          <StatusPill tone={TONES[state ?? 'printed']}>{t(`self.paper.${state ?? 'printed'}`)}</StatusPill>
        </div>
        <p className={classNames(!unprinted && styles.unsaid)}>{without}</p>
      </div>
      {ask}
    </div>
  );
}
