import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './PracticeMark.module.css';

/** Says on every screen that nothing here is real. */
export function PracticeMark({ short = false }: { short?: boolean }) {
  const { t } = useTranslation();
  return (
    <p className={styles.mark}>
      <GraduationCap aria-hidden size={24} />
      <strong>{t('system.practice')}</strong>
      {short ? null : <span>{t('system.practiceWords')}</span>}
    </p>
  );
}
