import { CreditCard, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IdentityCardNews, PassportNews } from '../../contract/station/cards.ts';
import { Banner } from '../design/Banner.tsx';
import { Loading } from '../design/Loading.tsx';
import { ProgressBar } from '../design/ProgressBar.tsx';
import { useErrorWords } from '../system/error-words.ts';
import styles from './CardProgress.module.css';

export interface CardProgressProps {
  readonly document: 'passport' | 'identityCard' | 'vendorCard';
  readonly icon?: LucideIcon;
  readonly news: Exclude<PassportNews | IdentityCardNews, { step: 'done' }> | null;
  readonly error: unknown;
}

/** What to do with the document, or how far reading it is. */
export function CardProgress({ document, icon: Icon = CreditCard, news, error }: CardProgressProps) {
  const { t } = useTranslation();
  const words = useErrorWords();
  if (error) return <Banner tone="bad" role="alert" title={words(error)} />;
  if (news?.step === 'failed') {
    return (
      <Banner tone="bad" role="alert" title={t(`card.problem.${news.reason}`)}>
        {t(`card.problemHelp.${news.reason}`)}
      </Banner>
    );
  }
  if (!news) return <Loading />;
  if (news.step === 'reading') {
    return (
      <div className={styles.stage} role="status">
        <Icon aria-hidden size={72} className={styles.sign} />
        <p className={styles.order}>{t('card.reading')}</p>
        <ProgressBar fraction={news.fraction} label={t('card.progress')} />
        <p>{t('card.keepStill')}</p>
      </div>
    );
  }
  return (
    <div className={styles.stage} role="status">
      {news.again ? (
        <Banner tone="warn" role="alert" title={t(`card.again.${document}`)}>
          {t('card.againHelp')}
        </Banner>
      ) : null}
      <Icon aria-hidden size={96} className={styles.sign} />
      <p className={styles.order}>{t(`card.lay.${document}`)}</p>
      <p>{t(`card.layHelp.${document}`)}</p>
    </div>
  );
}
