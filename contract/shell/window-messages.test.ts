import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATION_FATALS } from './station-fatal.ts';
import { readStationState, STATION_TOPIC } from './window-messages.ts';

const topic = STATION_TOPIC;

test('each state is read, and nothing beside it', () => {
  for (const state of ['connected', 'lost'])
    expect(readStationState({ topic, state, more: 1 })).toEqual({ topic, state });
  for (const reason of STATION_FATALS)
    expect(readStationState({ topic, state: 'fatal', reason })).toEqual({ topic, state: 'fatal', reason });
});

test('whatever else a page is sent is no state', () => {
  for (const data of [
    null,
    undefined,
    'lost',
    { topic },
    { state: 'lost' },
    { topic: 'other', state: 'lost' },
  ])
    expect(readStationState(data)).toBeNull();
  for (const reason of [undefined, '', 'toString', 7])
    expect(readStationState({ topic, state: 'fatal', reason })).toBeNull();
  fc.assert(fc.property(fc.anything(), (data) => void readStationState(data)));
});
