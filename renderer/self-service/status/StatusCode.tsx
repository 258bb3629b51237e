import { useTranslation } from 'react-i18next';
import { parseTrackingCode } from '../../../contract/domain/tracking-code.ts';
import { useScans } from '../../system/scans.tsx';
import { CodeEntry } from '../keyboard/CodeEntry.tsx';
import { useVisit } from '../visit-context.tsx';

/** The code of a receipt, typed or held before the scanner. */
export function StatusCode() {
  const { t } = useTranslation();
  const { go } = useVisit();
  useScans('step', (meaning) => {
    if (meaning.kind !== 'receipt') return false;
    go({ name: 'status', trackingCode: meaning.trackingCode });
    return true;
  });
  return (
    <CodeEntry
      title={t('self.statusTitle')}
      words={t('self.statusWords')}
      prefix="LB"
      parse={parseTrackingCode}
      onCode={(trackingCode) => go({ name: 'status', trackingCode })}
    />
  );
}
