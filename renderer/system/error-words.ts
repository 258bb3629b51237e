import { ORPCError } from '@orpc/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCode } from './errors.ts';
import { useFormat } from './language.ts';

/** Turns whatever a command rejected with into a sentence for the officer. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => (error: unknown) => {
      const data = error instanceof ORPCError ? error.data : null;
      const triesLeft = numberIn(data, 'triesLeft');
      const until = numberIn(data, 'until');
      return t(`error.${errorCode(error)}`, {
        ...(triesLeft === null ? {} : { triesLeft }),
        ...(until === null ? {} : { until: format.time(until) }),
      });
    },
    [t, format],
  );
}

/** What `stationErrors` of the contract tell beside a code; its schemas stay with the station, which checks them. */
function numberIn(data: unknown, name: 'triesLeft' | 'until'): number | null {
  const value = typeof data === 'object' && data !== null ? Reflect.get(data, name) : null;
  return typeof value === 'number' ? value : null;
}
