import { useQuery } from '@tanstack/react-query';
import { ShieldQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../design/Banner.tsx';
import { useStation } from '../../system/station-context.tsx';

/** Why this kiosk is not admitted by central; nothing when it is, or nobody has tried. */
export function EnrolmentBanner() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const problem = useQuery(queries.outbox.summary.queryOptions()).data?.enrolmentProblem;
  if (!problem) return null;
  return (
    <Banner
      tone="warn"
      icon={ShieldQuestion}
      title={t(problem === 'station-revoked' ? 'outbox.hold.revoked' : 'outbox.enrolment')}
    >
      {t(`outbox.enrolmentProblem.${problem}`)}
    </Banner>
  );
}
