import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationFatal } from '../../contract/shell/station-fatal.ts';
import { StatusPill } from '../design/StatusPill.tsx';
import styles from './FatalScreen.module.css';
import { LanguageButton } from './LanguageButton.tsx';

/** The station cannot run and will not be tried again: what it is, and whom to ask. */
export function FatalScreen({ reason }: { reason: StationFatal }) {
  const { t } = useTranslation();
  return (
    <main className={styles.fatal}>
      <div className={styles.sheet} role="alert">
        <TriangleAlert aria-hidden size={64} className={styles.sign} />
        <h1>{t('system.fatalTitle')}</h1>
        <p className={styles.words}>{t(`system.fatal.${reason}`)}</p>
        <StatusPill tone="good" icon={ShieldCheck}>
          {t('system.fatalSafe')}
        </StatusPill>
        <code className={styles.code}>{reason}</code>
      </div>
      <LanguageButton />
    </main>
  );
}
