import { useInfiniteQuery } from '@tanstack/react-query';
import { CloudUpload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxShow, OutboxSummary } from '../../../contract/domain/outbox.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useStation } from '../../system/station-context.tsx';
import { MoreButton } from '../ListPage.tsx';
import styles from '../Sheet.module.css';
import { OutboxFilter } from './OutboxFilter.tsx';
import { OutboxRow } from './OutboxRow.tsx';

/** The packets of one state, or all; a page at a time. */
export function OutboxList({ summary }: { summary: OutboxSummary }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [show, setShow] = useState<OutboxShow>('all');
  const items = useInfiniteQuery(
    queries.outbox.items.infiniteOptions({
      input: (after: string | null) => ({ after, show }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
    }),
  );
  const rows = items.data?.pages.flatMap((page) => page.rows);
  const counts: Record<OutboxShow, number> = {
    all: summary.waiting + summary.delivered + summary.quarantined,
    waiting: summary.waiting - summary.underWay,
    sending: summary.underWay,
    delivered: summary.delivered,
    quarantined: summary.quarantined,
  };
  return (
    <>
      <OutboxFilter counts={counts} value={show} onChange={setShow} />
      <div className={styles.sheet}>
        {rows?.length === 0 ? (
          <EmptyState icon={CloudUpload} title={t(`outbox.empty.${show}`)}>
            {t(`outbox.emptyWords.${show}`)}
          </EmptyState>
        ) : (
          <ul>
            {rows?.map((item) => (
              <OutboxRow key={item.packetId} item={item} />
            ))}
          </ul>
        )}
        <MoreButton query={items} />
      </div>
    </>
  );
}
