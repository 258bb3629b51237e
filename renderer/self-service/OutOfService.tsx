import { useTranslation } from 'react-i18next';
import { TapisStrip } from '../design/Tapis.tsx';
import styles from './Attract.module.css';

/** The station cannot run here. Nothing of it can be mended by a citizen. */
export function OutOfService() {
  const { t } = useTranslation();
  return (
    <main className={styles.attract}>
      <TapisStrip />
      <h1 className={styles.title}>{t('self.outOfService')}</h1>
      <p className={styles.words}>{t('self.outOfServiceWords')}</p>
    </main>
  );
}
