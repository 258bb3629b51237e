import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useStation } from '../../system/station-context.tsx';
import { FeedbackDialog } from './FeedbackDialog.tsx';
import { MonthLine } from './MonthLine.tsx';

/** What citizens say, for the supervisor: the newest month in one line, and complaints that wait. */
export function FeedbackCard() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [open, setOpen] = useState(false);
  const months = useQuery(queries.feedback.months.queryOptions()).data;
  const waiting = useQuery(queries.feedback.complaints.queryOptions({ input: { limit: 1 } })).data?.open ?? 0;
  const [newest] = months ?? [];
  return (
    <Card
      title={t('feedback.title')}
      icon={MessagesSquare}
      aside={
        waiting > 0 ? <StatusPill tone="warn">{t('feedback.waiting', { count: waiting })}</StatusPill> : null
      }
      actions={
        <Button size="small" onPress={() => setOpen(true)}>
          {t('feedback.look')}
        </Button>
      }
    >
      {newest ? <MonthLine month={newest} /> : <p>{t('feedback.nothing')}</p>}
      {open ? <FeedbackDialog months={months ?? []} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
