import { useQuery } from '@tanstack/react-query';
import type { Device } from '../../contract/domain/device.ts';
import { useStation } from '../system/station-context.tsx';

/** Whether a device of a kind is plugged in, in whatever state: what ails it is told when it is used. */
export function useIsPlugged(kind: Device['kind']): boolean {
  const { queries } = useStation();
  const devices = useQuery(queries.devices.list.queryOptions()).data;
  return devices?.some((device) => device.kind === kind && device.state !== 'absent') ?? false;
}
