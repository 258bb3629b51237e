import { useQuery } from '@tanstack/react-query';
import { useUnattended } from '../../system/attendance.ts';
import { useStation } from '../../system/station-context.tsx';
import { type Offer, whatWorks } from './what-works.ts';

/** What works now, and when the counter opens where nobody is at it. */
export function useWhatWorks(): {
  readonly works: Readonly<Record<Offer, string | null>>;
  readonly opens: string | null;
} {
  const { queries } = useStation();
  const health = useQuery(queries.selfService.health.queryOptions()).data;
  const unattended = useUnattended();
  const works = whatWorks({
    health,
    unattended: unattended !== null,
    opensToday: unattended?.opensToday ?? false,
  });
  return { works, opens: unattended?.opens ?? null };
}
