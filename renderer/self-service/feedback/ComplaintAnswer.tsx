import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ComplaintCode } from '../../../contract/domain/complaint.ts';
import styles from '../../catalog-reading/Reading.module.css';
import { Loading } from '../../design/Loading.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { errorCode } from '../../system/errors.ts';
import { useFormat } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { Question } from '../frame/Question.tsx';

/** What became of a complaint. Its words are not shown again: others may stand behind. */
export function ComplaintAnswer({ code }: { code: ComplaintCode }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const errorWords = useErrorWords();
  const complaint = useQuery(queries.feedback.complaint.queryOptions({ input: { code }, retry: false }));
  if (complaint.error) {
    const unknown = errorCode(complaint.error) === 'NOT_FOUND';
    return (
      <Question
        title={unknown ? t('self.statusUnknown') : t('self.statusFailed')}
        words={unknown ? t('self.answerUnknownWords') : errorWords(complaint.error)}
      />
    );
  }
  if (!complaint.data) {
    return (
      <Question title={t('self.statusLooking')}>
        <Loading label={t('common.loading')} />
      </Question>
    );
  }
  const { answer, answeredAt, sentAt, office } = complaint.data;
  const isAnswered = answer !== null || office?.answer != null;
  return (
    <Question title={t(isAnswered ? 'self.answered' : 'self.notAnswered')} words={code}>
      <div className={styles.item}>
        <p>{t('self.sentAt', { when: format.instant(sentAt) })}</p>
        {isAnswered ? null : <p>{t('self.notAnsweredWords')}</p>}
      </div>
      {answer === null || answeredAt === null ? null : (
        <div className={styles.item}>
          <h2>{t('self.hallAnswer')}</h2>
          <p className={styles.mark}>{answer}</p>
          <p>{t('self.answeredAt', { when: format.instant(answeredAt) })}</p>
        </div>
      )}
      <div className={styles.item}>
        <h2>{t('self.officeAnswer')}</h2>
        {office?.answer ? <p className={styles.mark}>{office.answer}</p> : null}
        <p>
          {office === null
            ? t('self.officeNotYet')
            : t(`self.officeState.${office.state}`, { when: format.instant(office.at) })}
        </p>
      </div>
    </Question>
  );
}
