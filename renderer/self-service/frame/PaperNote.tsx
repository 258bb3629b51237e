import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintState } from '../../../contract/domain/print.ts';
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

/** What became of a paper, and what holds without it. @param without said while no paper is certain */
export function PaperNote({ printJobId, without }: { printJobId: string; without: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const state = useQuery(queries.selfService.paper.queryOptions({ input: { printJobId }, staleTime: 0 })).data
    ?.state;
  if (!state) return null;
  return (
    <div role="status" className={styles.note}>
      <StatusPill tone={TONES[state]}>{t(`self.paper.${state}`)}</StatusPill>
      {state === 'printed' ? null : <p>{without}</p>}
    </div>
  );
}
