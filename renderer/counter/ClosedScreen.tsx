import { MoonStar, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationFacts } from '../../contract/station/system.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { StatusPill } from '../design/StatusPill.tsx';
import { useUnattended } from '../system/attendance.ts';
import styles from './ClosedScreen.module.css';
import { WelcomeFrame } from './WelcomeFrame.tsx';

/** Outside the hours of the counter: nothing to press, and the station would refuse it. */
export function ClosedScreen({ facts }: { facts: StationFacts }) {
  const { t } = useTranslation();
  const unattended = useUnattended();
  return (
    <WelcomeFrame facts={facts}>
      <div className={styles.closed}>
        <EmptyState icon={MoonStar} title={t('access.counterClosed')}>
          {t('access.counterOpens', { when: unattended?.opens ?? '' })}
        </EmptyState>
        <StatusPill tone="good" icon={ShieldCheck}>
          {t('access.closedSafe')}
        </StatusPill>
      </div>
    </WelcomeFrame>
  );
}
