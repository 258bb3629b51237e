import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENT, type DeviceEvent, type DeviceState, nextDeviceState } from './device-state.ts';

type Reason = 'paper-out' | 'silent';
type Event = DeviceEvent<Reason>;

const problem = (reason: Reason): Event => ({ kind: 'problem', reason });
const [attached, detached, reopening, well, start, finish] = (
  ['attached', 'detached', 'reopening', 'well', 'work-started', 'work-finished'] as const
).map((kind): Event => ({ kind })) as [Event, Event, Event, Event, Event, Event];
const event = fc.constantFrom(
  attached,
  detached,
  reopening,
  well,
  start,
  finish,
  problem('paper-out'),
  problem('silent'),
);

function run(...events: readonly Event[]): DeviceState<Reason> {
  return events.reduce<DeviceState<Reason>>(nextDeviceState, ABSENT);
}

test('whatever happened, detached means absent and attached again means opening', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(run(...events, detached)).toEqual({ name: 'absent' });
      expect(run(...events, detached, attached)).toEqual({ name: 'opening' });
    }),
  );
});

test('only an attached device is anything but absent', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const isHere = events.lastIndexOf(attached) > events.lastIndexOf(detached);
      expect(run(...events).name === 'absent').toBe(!isHere);
    }),
  );
});

test('busy, or in trouble with work held, only between the start and the end of work', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const state = run(...events);
      if (state.name !== 'busy' && !(state.name === 'faulted' && state.holdsWork)) return;
      const ended = Math.max(...[detached, reopening, finish].map((end) => events.lastIndexOf(end)));
      expect(events.lastIndexOf(start)).toBeGreaterThan(ended);
    }),
  );
});

test('a fault says its newest reason, and stays until the device is well or opened again', () => {
  const faulted = run(attached, well, problem('paper-out'));
  expect(faulted).toEqual({ name: 'faulted', reason: 'paper-out', holdsWork: false });
  for (const nothing of [attached, start, finish, problem('paper-out')])
    expect(nextDeviceState(faulted, nothing)).toBe(faulted);
  expect(nextDeviceState(faulted, problem('silent'))).toMatchObject({ reason: 'silent' });
  expect(nextDeviceState(faulted, well)).toEqual({ name: 'ready' });
  expect(nextDeviceState(faulted, reopening)).toEqual({ name: 'opening' });
});

test('work that a fault holds goes on after it, unless it has ended', () => {
  const held = run(attached, well, start, problem('paper-out'));
  expect(held).toEqual({ name: 'faulted', reason: 'paper-out', holdsWork: true });
  expect(nextDeviceState(held, well)).toEqual({ name: 'busy' });
  expect(nextDeviceState(held, problem('silent'))).toMatchObject({ holdsWork: true });
  const ended = nextDeviceState(held, finish);
  expect(ended).toEqual({ name: 'faulted', reason: 'paper-out', holdsWork: false });
  expect(nextDeviceState(ended, well)).toEqual({ name: 'ready' });
});

test('an event that changes nothing gives back the same object', () => {
  fc.assert(
    fc.property(fc.array(event), event, (events, last) => {
      const state = run(...events);
      const next = nextDeviceState(state, last);
      if (JSON.stringify(next) === JSON.stringify(state)) expect(next).toBe(state);
    }),
  );
});
