import { useQuery } from '@tanstack/react-query';
import { CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';
import { HandCarryButton } from '../hand-carry/HandCarryButton.tsx';
import { OutboxWords } from './OutboxWords.tsx';
import { SendNowButton } from './SendNowButton.tsx';

export function OutboxCard() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const summary = useQuery(queries.outbox.summary.queryOptions()).data;
  return (
    <Card
      title={t('home.outbox')}
      icon={CloudUpload}
      aside={
        <Button variant="quiet" size="small" onPress={() => goTo({ name: 'outbox' })}>
          {t('common.seeAll')}
        </Button>
      }
      actions={
        <>
          {summary && summary.waiting > 0 ? <SendNowButton summary={summary} /> : null}
          <HandCarryButton />
        </>
      }
    >
      {summary ? <OutboxWords summary={summary} /> : null}
    </Card>
  );
}
