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
  expect(machineHealth([...devices], 'ok')).toEqual({ printer: wanted, keeps: true });
});

test('only a full disk keeps nothing', () => {
  expect(machineHealth([], 'low').keeps).toBe(true);
  expect(machineHealth([], 'full').keeps).toBe(false);
});
