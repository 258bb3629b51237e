import { useQuery } from '@tanstack/react-query';
import { FilePenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';
import { DraftRow } from './DraftRow.tsx';

/** As many as fit on the smallest screen without scrolling. */
const SHOWN = 2;

export function DraftsCard() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const drafts = useQuery(queries.registration.drafts.queryOptions({ input: { limit: SHOWN } })).data;
  return (
    <Card
      title={t('home.drafts')}
      icon={FilePenLine}
      aside={
        drafts?.next ? (
          <Button variant="quiet" size="small" onPress={() => goTo({ name: 'drafts' })}>
            {t('home.seeAllCount', { count: drafts.total })}
          </Button>
        ) : null
      }
    >
      {drafts?.rows.length === 0 ? (
        <EmptyState icon={FilePenLine} title={t('home.draftsEmpty')}>
          {t('home.draftsEmptyWords')}
        </EmptyState>
      ) : (
        <ul>
          {drafts?.rows.map((draft) => (
            <DraftRow key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
    </Card>
  );
}
