import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../contract/domain/draft.ts';
import type { Field } from '../../../contract/domain/form.ts';
import type { IssueCode } from '../../../contract/domain/issue.ts';
import type { ReadingSource } from '../../../contract/domain/reading.ts';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useLocalized } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import type { Autosave } from '../autosave.ts';
import styles from './SettleReading.module.css';

const SOURCES: Partial<Record<IssueCode, ReadingSource>> = {
  'passport-chip-differs': 'passport',
  'identity-card-differs': 'identity-card',
};

/** The document an issue is about; null when it is about none. */
export function readingSource(code: IssueCode): ReadingSource | null {
  return SOURCES[code] ?? null;
}

/** Which of the two counts: what the document says, or what was typed. */
export function SettleReading({
  draft,
  field,
  source,
  autosave,
}: {
  draft: Draft;
  field: Field;
  source: ReadingSource;
  autosave: Autosave;
}) {
  const { t } = useTranslation();
  const local = useLocalized();
  const { client } = useStation();
  const notify = useNotices();
  const words = useErrorWords();
  const settle = useMutation({
    mutationFn: async (take: 'document' | 'typed') => {
      await autosave.flush();
      await client.registration.settleReading({ draftId: draft.id, field: field.key, source, take });
    },
    onError: (error) => notify({ tone: 'bad', text: words(error) }),
  });
  const choice = (take: 'document' | 'typed', label: string) => (
    <Button
      size="small"
      busy={settle.isPending}
      aria-label={`${label}: ${local(field.label)}`}
      onPress={() => settle.mutate(take)}
    >
      {label}
    </Button>
  );
  return (
    <span className={styles.choices}>
      {choice('document', t(`card.takeReading.${source}`))}
      {choice('typed', t('card.keepTyped'))}
    </span>
  );
}
