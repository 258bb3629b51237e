import { LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Reconnecting.module.css';

/** A bar above the work while the station comes back. The work stays usable. */
export function Reconnecting() {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.bar}>
      <LoaderCircle aria-hidden size={28} className={styles.wheel} />
      <p>
        <strong>{t('system.reconnecting')}</strong> {t('system.reconnectingWords')}
      </p>
    </div>
  );
}
