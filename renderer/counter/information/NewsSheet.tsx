import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CatalogNews } from '../../../contract/station/catalog.ts';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useFormat } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { ChangeItem } from './ChangeItem.tsx';
import styles from './Information.module.css';

/** Every change since the officer last read, and below the last of them the button that says so. */
export function NewsSheet({ news }: { news: CatalogNews }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const cache = useQueryClient();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const confirm = useMutation(
    queries.catalog.confirmNews.mutationOptions({
      onSuccess: () => notify({ tone: 'good', text: t('information.marked') }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
      onSettled: () => cache.invalidateQueries({ queryKey: queries.catalog.news.key() }),
    }),
  );
  const { version, seenAt, changes } = news;
  if (changes.length === 0)
    return (
      <p>
        <StatusPill tone="good">{t('information.unchanged')}</StatusPill>
      </p>
    );
  return (
    <section aria-labelledby="information-news" className={styles.news}>
      <h2 id="information-news">{t('information.changed', { count: changes.length })}</h2>
      {seenAt === null ? null : <p>{t('information.comparedWith', { when: format.instant(seenAt) })}</p>}
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={[change.serviceKey, change.topic, change.kind, change.key].join(' ')}>
            <ChangeItem change={change} />
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="primary"
          icon={Check}
          busy={confirm.isPending}
          onPress={() => confirm.mutate({ version })}
        >
          {t('information.markAsRead')}
        </Button>
      </div>
    </section>
  );
}
