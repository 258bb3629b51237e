import { expect, test } from 'vitest';
import { type Place, readPlace, writePlace } from './place.ts';

test('every place reads back from the address', () => {
  const places: Place[] = [
    { name: 'home' },
    { name: 'drafts' },
    { name: 'applications' },
    { name: 'outbox' },
    { name: 'devices' },
    { name: 'flow', draftId: '01990000-0000-7000-8000-000000000001' },
  ];
  for (const place of places) expect(readPlace(writePlace(place))).toEqual(place);
});

test('anything else is home', () => {
  for (const hash of ['', '#', '#/', '#/flow', '#/flow/', '#/elsewhere/1']) {
    expect(readPlace(hash)).toEqual({ name: 'home' });
  }
});
