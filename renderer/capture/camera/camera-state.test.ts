import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CameraDevice } from './camera-device.ts';
import { type CameraEvent, type CameraState, nextCameraState } from './camera-state.ts';

type State = CameraState<string>;
type Event = CameraEvent<string>;

const first: CameraDevice = { id: 'first', label: 'Kamera dokumen', place: 0 };
const second: CameraDevice = { id: 'second', label: 'Kamera wajah', place: 0 };

const states: Readonly<Record<string, State>> = {
  opening: { kind: 'opening', device: first, after: null },
  'opening after unplugged': { kind: 'opening', device: first, after: 'unplugged' },
  live: { kind: 'live', device: first, feed: 'picture' },
  missing: { kind: 'missing' },
  denied: { kind: 'denied' },
  busy: { kind: 'busy', device: first },
  unplugged: { kind: 'unplugged', device: first },
};
const both: Event = { type: 'devices', devices: [first, second], chosen: first };
const none: Event = { type: 'devices', devices: [], chosen: null };
const events: Readonly<Record<string, Event>> = {
  opened: { type: 'opened', device: first, feed: 'picture' },
  missing: { type: 'refused', problem: 'missing' },
  denied: { type: 'refused', problem: 'denied' },
  busy: { type: 'refused', problem: 'busy' },
  ended: { type: 'ended' },
  'none left': none,
  'both there': both,
  'only the other': { type: 'devices', devices: [second], chosen: null },
  'some unnamed': { type: 'devices', devices: [{ id: '', label: '', place: 0 }], chosen: null },
  'other chosen': { type: 'devices', devices: [first, second], chosen: second },
  retry: { type: 'retry' },
  reopen: { type: 'reopen' },
  'choose other': { type: 'choose', device: second },
  'choose same': { type: 'choose', device: first },
};

/** Every state against every event; an empty word where the state stays the very same. */
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  opening: { opened: 'live first', missing: 'missing', denied: 'denied', busy: 'busy first' },
  'opening after unplugged': {
    opened: 'live first',
    missing: 'unplugged first',
    denied: 'denied',
    busy: 'busy first',
  },
  live: {
    ended: 'unplugged first',
    'none left': 'unplugged first',
    'only the other': 'unplugged first',
    'other chosen': 'opening second after live',
    reopen: 'opening first after live',
    'choose other': 'opening second after live',
  },
  missing: {
    'both there': 'opening first after missing',
    'only the other': 'opening any after missing',
    'some unnamed': 'opening any after missing',
    'other chosen': 'opening second after missing',
    retry: 'opening any after missing',
    reopen: 'opening any after missing',
  },
  denied: {
    'none left': 'opening any after denied',
    'both there': 'opening first after denied',
    'only the other': 'opening any after denied',
    'some unnamed': 'opening any after denied',
    'other chosen': 'opening second after denied',
    retry: 'opening any after denied',
    reopen: 'opening any after denied',
  },
  busy: {
    'none left': 'opening first after busy',
    'both there': 'opening first after busy',
    'only the other': 'opening first after busy',
    'some unnamed': 'opening first after busy',
    'other chosen': 'opening second after busy',
    retry: 'opening first after busy',
    reopen: 'opening first after busy',
  },
  unplugged: {
    'both there': 'opening first after unplugged',
    'other chosen': 'opening first after unplugged',
    retry: 'opening first after unplugged',
    reopen: 'opening first after unplugged',
  },
};

function words(state: State): string {
  const device = 'device' in state ? ` ${state.device?.id ?? 'any'}` : '';
  const after = state.kind === 'opening' && state.after ? ` after ${state.after}` : '';
  return `${state.kind}${device}${after}`;
}

describe.each(Object.entries(states))('%s', (name, state) => {
  test.each(Object.entries(events))('%s', (event, given) => {
    const next = nextCameraState(state, given);
    const chosen = event === 'choose other' ? 'opening second' : event === 'choose same' && 'opening first';
    const expected = table[name]?.[event] ?? (state.kind === 'live' ? undefined : chosen || undefined);
    if (expected === undefined) expect(next).toBe(state);
    else expect(words(next)).toBe(expected);
  });
});

test('a camera that came back under another identifier is opened by its name', () => {
  const again: CameraDevice = { ...first, id: 'another' };
  const unplugged: State = { kind: 'unplugged', device: first };
  const next = nextCameraState(unplugged, { type: 'devices', devices: [second, again], chosen: again });
  expect(next).toEqual({ kind: 'opening', device: again, after: 'unplugged' });
});

test('whatever happens, a retry that is answered ends in a picture', () => {
  const event = fc.constantFrom(...Object.values(events));
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (happened) => {
      const start: State = { kind: 'opening', device: null, after: null };
      const reached = happened.reduce<State>(nextCameraState, start);
      const tried = nextCameraState(reached, { type: 'retry' });
      const answered = nextCameraState(tried, { type: 'opened', device: first, feed: 'picture' });
      expect(answered.kind).toBe('live');
    }),
  );
});
