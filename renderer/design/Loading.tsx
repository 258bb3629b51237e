import { LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Loading.module.css';

/** Holds a place while the first answer is on its way. Invisible for the first moment, so that quick answers do not blink. */
export function Loading({ label }: { label?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.loading}>
      <LoaderCircle aria-hidden size={36} className={styles.wheel} />
      <span>{label ?? t('common.loading')}</span>
    </div>
  );
}
