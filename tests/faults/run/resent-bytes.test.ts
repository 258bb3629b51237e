import { expect, test } from 'vitest';
import { createResentBytes } from './resent-bytes.ts';

test('counts what central has had and is sent again, and nothing else', () => {
  const resent = createResentBytes();
  resent.passed('a', 0, 100);
  resent.passed('a', 100, 50);
  resent.passed('b', 0, 10);
  expect(resent.total()).toBe(0);
  resent.passed('a', 120, 50);
  expect(resent.total()).toBe(30);
  resent.passed('a', 170, 5);
  expect(resent.total()).toBe(30);
  expect(resent.worst()).toEqual({ fault: 'before any fault', bytes: 30 });
  resent.centralDied();
  resent.passed('b', 0, 10);
  expect(resent.total()).toBe(30);
});

test('whatever is sent again is laid on the fault that broke it, however late that is', () => {
  const resent = createResentBytes();
  resent.begin('cut');
  resent.passed('a', 0, 100);
  resent.passed('b', 0, 80);
  resent.begin('stall');
  resent.passed('c', 0, 500);
  resent.begin('portal');
  resent.passed('a', 90, 60);
  resent.passed('b', 60, 40);
  resent.passed('c', 500, 10);
  expect(resent.worst()).toEqual({ fault: 'cut', bytes: 30 });
  resent.begin('another');
  resent.passed('a', 110, 50);
  expect(resent.worst()).toEqual({ fault: 'portal', bytes: 40 });
  expect(resent.total()).toBe(70);
});

test('what central says it failed at may be sent again, what it had before may not', () => {
  const resent = createResentBytes();
  resent.passed('a', 0, 100);
  resent.passed('a', 100, 50);
  resent.notKept('a', 100);
  resent.passed('a', 100, 50);
  expect(resent.total()).toBe(0);
  resent.passed('a', 90, 10);
  expect(resent.total()).toBe(10);
  resent.notKept('b', 40);
  resent.passed('b', 0, 40);
  expect(resent.total()).toBe(10);
});
