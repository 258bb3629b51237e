import { useTranslation } from 'react-i18next';
import { Loading } from '../design/Loading.tsx';
import { Siger } from '../design/Tapis.tsx';
import styles from './Starting.module.css';

export function Starting() {
  const { t } = useTranslation();
  return (
    <main className={styles.starting}>
      <Siger size={96} />
      <p className={styles.name}>{t('common.product')}</p>
      <Loading label={t('system.starting')} />
    </main>
  );
}
