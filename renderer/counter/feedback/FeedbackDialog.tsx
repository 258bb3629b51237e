import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SURVEY_ELEMENTS } from '../../../contract/domain/satisfaction.ts';
import type { FeedbackMonth } from '../../../contract/station/feedback.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useLanguage } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { ComplaintRow } from './ComplaintRow.tsx';
import styles from './Feedback.module.css';
import { MonthLine } from './MonthLine.tsx';

/** A screenful; more are read on demand. */
const PAGE = 10;
const MOST = 100;

/** Every month, and every complaint with its answer. */
export function FeedbackDialog({
  months,
  onClose,
}: {
  months: readonly FeedbackMonth[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [limit, setLimit] = useState(PAGE);
  const complaints = useQuery(queries.feedback.complaints.queryOptions({ input: { limit } })).data;
  return (
    <Dialog isOpen onClose={onClose} width="wide" title={t('feedback.title')}>
      <h3>{t('feedback.byMonth')}</h3>
      {months.length === 0 ? <p>{t('feedback.nothing')}</p> : null}
      {months.map((month) => (
        <section key={month.month} aria-label={month.month}>
          <MonthLine month={month} />
          {month.survey ? <Elements survey={month.survey} /> : null}
        </section>
      ))}
      <h3>{t('feedback.complaints')}</h3>
      {complaints?.rows.length === 0 ? <p>{t('feedback.noComplaints')}</p> : null}
      <ul className={styles.complaints}>
        {complaints?.rows.map((complaint) => (
          <ComplaintRow key={complaint.id} complaint={complaint} />
        ))}
      </ul>
      {complaints?.next && limit < MOST ? (
        <Button onPress={() => setLimit(Math.min(MOST, limit + PAGE))}>{t('common.more')}</Button>
      ) : null}
    </Dialog>
  );
}

function Elements({ survey }: { survey: NonNullable<FeedbackMonth['survey']> }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <dl className={styles.elements}>
      {SURVEY_ELEMENTS.map((element) => (
        <div key={element}>
          <dt>{t(`self.skm.${element}.name`)}</dt>
          <dd>{decimal.format(survey.means[element])}</dd>
        </div>
      ))}
    </dl>
  );
}
