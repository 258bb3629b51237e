import { useInfiniteQuery } from '@tanstack/react-query';
import { FilePenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useStation } from '../../system/station-context.tsx';
import { ListPage, MoreButton } from '../ListPage.tsx';
import styles from '../Sheet.module.css';
import { DraftRow } from './DraftRow.tsx';

export function DraftsPage() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const drafts = useInfiniteQuery(
    queries.registration.drafts.infiniteOptions({
      input: (after: string | null) => ({ after }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
    }),
  );
  const rows = drafts.data?.pages.flatMap((page) => page.rows);
  const total = drafts.data?.pages.at(-1)?.total;
  return (
    <ListPage
      title={t('home.drafts')}
      icon={FilePenLine}
      aside={total ? t('home.rows', { count: total }) : null}
    >
      <div className={styles.sheet}>
        {rows?.length === 0 ? (
          <EmptyState icon={FilePenLine} title={t('home.draftsEmpty')}>
            {t('home.draftsEmptyWords')}
          </EmptyState>
        ) : (
          <ul>
            {rows?.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </ul>
        )}
        <MoreButton query={drafts} />
      </div>
    </ListPage>
  );
}
