import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../system/language.ts';
import { useStation } from '../system/station-context.tsx';

/** Since when what is read here holds, and when this kiosk got it: it may be older than the newest rule. */
export function CatalogAge({ effectiveFrom }: { effectiveFrom?: string | undefined }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const current = useQuery(queries.catalog.current.queryOptions()).data;
  if (!current) return null;
  const since = t('self.validSince', { date: format.date(effectiveFrom ?? current.catalog.effectiveFrom) });
  const came =
    current.receivedAt === null
      ? t('self.installed')
      : t('self.received', { when: format.instant(current.receivedAt) });
  return (
    <p>
      {since} {came}
    </p>
  );
}
