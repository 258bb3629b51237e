import { ORPCError } from '@orpc/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { stationErrors } from '../../contract/station/errors.ts';
import { errorCode } from './errors.ts';
import { useFormat } from './language.ts';

const wrongPin = stationErrors.WRONG_PIN.data;
const lockedOut = stationErrors.PIN_LOCKED_OUT.data;

/** Turns whatever a command rejected with into a sentence for the officer. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => (error: unknown) => {
      const data = error instanceof ORPCError ? error.data : null;
      const tries = wrongPin.safeParse(data);
      const until = lockedOut.safeParse(data);
      return t(`error.${errorCode(error)}`, {
        ...(tries.success ? { triesLeft: tries.data.triesLeft } : {}),
        ...(until.success ? { until: format.time(until.data.until) } : {}),
      });
    },
    [t, format],
  );
}
