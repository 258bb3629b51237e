import { useQuery } from '@tanstack/react-query';
import { useDeviceView } from '../counter/devices/device-view.ts';
import { useStation } from '../system/station-context.tsx';

/** What the printer needs before a paper under way can end, such as a new roll; null when it needs nothing. */
export function usePrinterAdvice(): string | null {
  const { queries } = useStation();
  const view = useDeviceView();
  const printer = useQuery(queries.devices.list.queryOptions()).data?.find(
    ({ kind }) => kind === 'receipt-printer',
  );
  return printer ? view(printer).advice : null;
}
