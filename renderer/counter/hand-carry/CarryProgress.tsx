import { Usb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CarryNews } from '../../../contract/station/hand-carry.ts';
import { ProgressBar } from '../../design/ProgressBar.tsx';
import styles from './HandCarry.module.css';

/** How far the file is: prepared, written, read back. */
export function CarryProgress({ news }: { news: Exclude<CarryNews, { step: 'done' | 'failed' }> | null }) {
  const { t } = useTranslation();
  const step = news?.step ?? 'preparing';
  return (
    <div className={styles.stage} role="status">
      <Usb aria-hidden size={72} className={styles.sign} />
      <p className={styles.order}>{t(`carry.step.${step}`)}</p>
      <ProgressBar fraction={news?.fraction ?? 0} label={t('carry.progress')} />
      <p>{t('carry.keepPlugged')}</p>
    </div>
  );
}
