import { useInfiniteQuery } from '@tanstack/react-query';
import { Files } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceCards } from '../../design/ChoiceCards.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useStation } from '../../system/station-context.tsx';
import { ListPage, MoreButton } from '../ListPage.tsx';
import styles from '../Sheet.module.css';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { ApplicationRow } from './ApplicationRow.tsx';

export function ApplicationsPage() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [returnedOnly, setReturnedOnly] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const applications = useInfiniteQuery(
    queries.registration.applications.infiniteOptions({
      input: (after: string | null) => ({ after, returnedOnly }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
    }),
  );
  const rows = applications.data?.pages.flatMap((page) => page.rows);
  const total = applications.data?.pages.at(-1)?.total;
  return (
    <ListPage
      title={t('home.applications')}
      icon={Files}
      aside={total ? t('home.rows', { count: total }) : null}
    >
      <ChoiceCards
        label={t('application.show')}
        choices={[
          { key: 'all', label: t('home.applicationsAll') },
          { key: 'returned', label: t('home.onlyReturned') },
        ]}
        value={returnedOnly ? 'returned' : 'all'}
        onChange={(key) => setReturnedOnly(key === 'returned')}
      />
      <div className={styles.sheet}>
        {rows?.length === 0 ? (
          <EmptyState icon={Files} title={t(returnedOnly ? 'home.returnedEmpty' : 'home.applicationsEmpty')}>
            {t(returnedOnly ? 'home.returnedEmptyWords' : 'home.applicationsEmptyWords')}
          </EmptyState>
        ) : (
          <ul>
            {rows?.map((application) => (
              <ApplicationRow
                key={application.id}
                application={application}
                onPress={() => setOpened(application.id)}
              />
            ))}
          </ul>
        )}
        <MoreButton query={applications} />
      </div>
      <ApplicationDialog applicationId={opened} onClose={() => setOpened(null)} />
    </ListPage>
  );
}
