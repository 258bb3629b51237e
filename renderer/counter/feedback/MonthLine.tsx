import { useTranslation } from 'react-i18next';
import type { FeedbackMonth } from '../../../contract/station/feedback.ts';
import { useLanguage } from '../../system/language.ts';
import styles from './Feedback.module.css';

/** One month: the index with how many it rests on, and the touches. */
export function MonthLine({ month }: { month: FeedbackMonth }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { survey, touches } = month;
  const pressed = touches.reduce((sum, count) => sum + count, 0);
  const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <div className={styles.month}>
      <p className={styles.name}>{monthName(month.month, language)}</p>
      <p>
        {survey
          ? t('feedback.ikm', {
              ikm: decimal.format(survey.ikm),
              quality: t(`feedback.quality.${survey.quality}`),
              n: survey.n,
            })
          : t('feedback.noSurvey')}
      </p>
      {pressed > 0 ? (
        <p>
          {t('feedback.touches', {
            best: touches[3],
            good: touches[2],
            poor: touches[1],
            worst: touches[0],
            n: pressed,
          })}
        </p>
      ) : null}
    </div>
  );
}

function monthName(month: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}
