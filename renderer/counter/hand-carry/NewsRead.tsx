import { useTranslation } from 'react-i18next';
import type { CarriedNews } from '../../../contract/station/hand-carry.ts';
import styles from './HandCarry.module.css';

/** What a reply brought beside its answers: statuses, rules and fees, officers, settings. */
export function NewsRead({ news }: { news: CarriedNews }) {
  const { t } = useTranslation();
  if (news.outcome === 'none') return null;
  if (news.outcome !== 'applied') return <p>{t(`carry.news.${news.outcome}`)}</p>;
  const lines = [
    ...(news.statuses > 0 ? [t('carry.news.statuses', { count: news.statuses })] : []),
    ...(news.complaints > 0 ? [t('carry.news.complaints', { count: news.complaints })] : []),
    ...(news.catalogs > 0 ? [t('carry.news.catalog')] : []),
    ...(news.officers ? [t('carry.news.officers')] : []),
    ...(news.settings ? [t('carry.news.settings')] : []),
  ];
  return (
    <ul className={styles.news}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
