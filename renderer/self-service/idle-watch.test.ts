import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IDLE_MS, SCANNING_PATIENCE, WARNING_MS, watchIdle } from './idle-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a deserted screen is warned, then over, once', () => {
  const told: string[] = [];
  watchIdle((state) => told.push(state));
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['warned']);
  vi.advanceTimersByTime(WARNING_MS * 10);
  expect(told).toEqual(['warned', 'over']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a touch takes the warning back and begins anew', () => {
  const told: string[] = [];
  const watch = watchIdle((state) => told.push(state));
  vi.advanceTimersByTime(IDLE_MS + WARNING_MS - 1);
  watch.sign();
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(told).toEqual(['warned', 'quiet']);
  expect(vi.getTimerCount()).toBe(1);
});

test('whoever scans has many times as long', () => {
  const told: string[] = [];
  const watch = watchIdle((state) => told.push(state), SCANNING_PATIENCE);
  vi.advanceTimersByTime(IDLE_MS * SCANNING_PATIENCE - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(WARNING_MS * SCANNING_PATIENCE);
  expect(told).toEqual(['warned']);
  watch.sign();
  vi.advanceTimersByTime((IDLE_MS + WARNING_MS) * SCANNING_PATIENCE);
  expect(told).toEqual(['warned', 'quiet', 'warned', 'over']);
});

test('a watch that was stopped says nothing and keeps no timer', () => {
  const told: string[] = [];
  const watch = watchIdle((state) => told.push(state));
  watch.stop();
  watch.sign();
  vi.runAllTimers();
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
