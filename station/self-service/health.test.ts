import { expect, test } from 'vitest';
import type { Device } from '../../contract/domain/device.ts';
import { machineHealth } from './health.ts';

const printer = (state: Device['state'], reason: string | null = null): Device => ({
  kind: 'receipt-printer',
  model: 'Contoh 80',
  state,
  reason,
  paperNearEnd: false,
  lastFault: null,
});

test.each([
  [[], 'none'],
  [[printer('absent')], 'none'],
  [[printer('opening')], 'works'],
  [[printer('ready')], 'works'],
  [[printer('busy')], 'works'],
  [[printer('faulted', 'paper-out')], 'no-paper'],
  [[printer('faulted', 'silent')], 'broken'],
] as const)('%j prints: %s', (devices, wanted) => {
  const machine = { devices: [...devices], camera: 'missing', storage: 'ok' } as const;
  expect(machineHealth(machine)).toEqual({ printer: wanted, camera: 'missing', keeps: true });
});

test('only a full disk keeps nothing', () => {
  const machine = { devices: [], camera: null };
  expect(machineHealth({ ...machine, storage: 'low' }).keeps).toBe(true);
  expect(machineHealth({ ...machine, storage: 'full' }).keeps).toBe(false);
});
