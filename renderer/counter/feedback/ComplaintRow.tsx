import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Complaint, LONGEST_COMPLAINT } from '../../../contract/domain/complaint.ts';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { TextField } from '../../design/TextField.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useFormat } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { ComplaintMedia } from './ComplaintMedia.tsx';
import styles from './Feedback.module.css';

/** One complaint and its answer, which the citizen reads by the code. */
export function ComplaintRow({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [answer, setAnswer] = useState('');
  const send = useMutation(
    queries.feedback.answerComplaint.mutationOptions({
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const { id, code, kind, text, sentAt, office } = complaint;
  return (
    <li className={styles.complaint}>
      <p className={styles.name}>
        {t(`feedback.kind.${kind}`)} {code}, {format.instant(sentAt)}
      </p>
      {text === '' ? null : <p className={styles.text}>{text}</p>}
      {complaint.media.map((media) => (
        <ComplaintMedia key={media.id} media={media} code={code} />
      ))}
      {office === null ? null : (
        <p className={styles.text}>
          {t(`feedback.office.${office.state}`, { when: format.instant(office.at) })}
          {office.answer === null ? null : ` ${office.answer}`}
        </p>
      )}
      {complaint.answer === null ? (
        <div className={styles.answer}>
          <TextField
            label={t('feedback.answer')}
            value={answer}
            onChange={setAnswer}
            maximumLength={LONGEST_COMPLAINT}
          />
          <Button
            size="small"
            busy={send.isPending}
            isDisabled={answer.trim() === ''}
            onPress={() => send.mutate({ id, answer })}
          >
            {t('common.send')}
          </Button>
        </div>
      ) : (
        <p className={styles.text}>{t('feedback.answered', { answer: complaint.answer })}</p>
      )}
    </li>
  );
}
