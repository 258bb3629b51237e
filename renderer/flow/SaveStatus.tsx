import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../design/class-names.ts';
import { useErrorWords } from '../system/error-words.ts';
import { errorCode } from '../system/errors.ts';
import { useFormat } from '../system/language.ts';
import { useLinkState } from '../system/station-context.tsx';
import type { AutosaveState } from './autosave.ts';
import styles from './SaveStatus.module.css';

/** Says "saved" only for what the station has committed. */
export function SaveStatus({ saving, savedAt }: { saving: AutosaveState; savedAt: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  const away = useLinkState().state === 'lost';
  if (saving.status === 'retrying' || (saving.status === 'saving' && away)) {
    const storage = errorCode(saving.error).startsWith('STORAGE');
    return (
      <p role="status" className={classNames(styles.status, styles.retrying)}>
        <TriangleAlert aria-hidden size={24} />
        <span>
          {t('flow.notSaved')}
          {storage ? <span className={styles.why}>{errorWords(saving.error)}</span> : null}
        </span>
      </p>
    );
  }
  const saved = saving.status === 'saved';
  return (
    <p className={classNames(styles.status, saved && styles.saved)} data-testid="save-status">
      {saved ? <CircleCheck aria-hidden size={24} /> : <LoaderCircle aria-hidden size={24} />}
      {saved ? t('flow.saved', { time: format.time(savedAt) }) : t('flow.saving')}
    </p>
  );
}
