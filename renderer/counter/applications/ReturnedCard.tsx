import { useQuery } from '@tanstack/react-query';
import { FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { ApplicationRow } from './ApplicationRow.tsx';

const SHOWN = 2;

/** Applications central sent back. */
export function ReturnedCard() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [opened, setOpened] = useState<string | null>(null);
  const returned = useQuery(
    queries.registration.applications.queryOptions({ input: { limit: SHOWN, returnedOnly: true } }),
  ).data;
  return (
    <Card
      title={t('home.returned')}
      icon={FileWarning}
      aside={
        <Button variant="quiet" size="small" onPress={() => goTo({ name: 'applications' })}>
          {t('common.seeAll')}
        </Button>
      }
    >
      {returned?.rows.length === 0 ? (
        <EmptyState icon={FileWarning} title={t('home.returnedEmpty')}>
          {t('home.returnedEmptyWords')}
        </EmptyState>
      ) : (
        <ul>
          {returned?.rows.map((application) => (
            <ApplicationRow
              key={application.id}
              application={application}
              onPress={() => setOpened(application.id)}
            />
          ))}
        </ul>
      )}
      <ApplicationDialog applicationId={opened} onClose={() => setOpened(null)} />
    </Card>
  );
}
