import { ScanLine } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanKind } from '../../../contract/domain/scan.ts';
import { Banner } from '../../design/Banner.tsx';
import { useScans } from '../../system/scans.tsx';
import { useStationEvent } from '../../system/station-context.tsx';

/** While this page is open a code is only tried: its kind is told, and it opens nothing. */
export function ScanTest() {
  const { t } = useTranslation();
  const [last, setLast] = useState<{ kind: ScanKind; count: number } | null>(null);
  const note = useCallback(
    ({ kind }: { readonly kind: ScanKind }) =>
      setLast((before) => ({ kind, count: (before?.count ?? 0) + 1 })),
    [],
  );
  useScans('step', (meaning) => {
    note(meaning);
    return true;
  });
  // All that a technician hears of a code.
  useStationEvent('scan-kind', note);
  if (!last) return <Banner tone="neutral" icon={ScanLine} title={t('device.testScan')} />;
  return (
    <Banner tone="good" icon={ScanLine} title={t('device.scanned', { count: last.count })}>
      {t(`device.scanKind.${last.kind}`)}
    </Banner>
  );
}
