import { expect, test } from 'vitest';
import { createManualClock } from '../clock/manual-clock.ts';
import { createDeviceLog } from './device-log.ts';
import type { DeviceNow } from './present-device.ts';

const device = (change: Partial<DeviceNow> = {}): DeviceNow => ({
  kind: 'scanner',
  model: 'X',
  state: 'ready',
  reason: null,
  paperNearEnd: false,
  ...change,
});

test('only changes are noted, newest first, and the last fault stays with the device', () => {
  const clock = createManualClock();
  const log = createDeviceLog(clock);
  log.look([device({ state: 'absent' })]);
  log.look([device()]);
  log.look([device({ paperNearEnd: true })]);
  const at = clock.now();
  log.look([device({ state: 'faulted', reason: 'scanner-busy' }), device({ model: 'Y' })]);
  clock.advance(1_000);
  log.look([device(), device({ model: 'Y' })]);
  expect(log.changes().map(({ model, state, reason }) => [model, state, reason])).toEqual([
    ['X', 'ready', null],
    ['Y', 'ready', null],
    ['X', 'faulted', 'scanner-busy'],
    ['X', 'ready', null],
  ]);
  const faults = log.withLastFaults([device(), device({ model: 'Y' })]).map(({ lastFault }) => lastFault);
  expect(faults).toEqual([{ reason: 'scanner-busy', at }, null]);
});

test('a plug that does not hold fills no memory', () => {
  const log = createDeviceLog(createManualClock());
  for (let turn = 0; turn < 1_000; turn += 1)
    log.look([device({ state: turn % 2 === 0 ? 'ready' : 'absent' })]);
  expect(log.changes()).toHaveLength(300);
});
