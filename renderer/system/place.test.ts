import { expect, test } from 'vitest';
import { type Place, readPlace, writePlace } from './place.ts';

test('every place reads back from the address', () => {
  const places: Place[] = [
    { name: 'home' },
    { name: 'drafts' },
    { name: 'applications' },
    { name: 'outbox' },
    { name: 'devices' },
    { name: 'information', reading: null },
    { name: 'information', reading: { name: 'service', serviceKey: 'passport-new' } },
    {
      name: 'information',
      reading: { name: 'service-topic', serviceKey: 'passport-new', topic: 'fees' },
    },
    { name: 'information', reading: { name: 'general-topic', topic: 'fraud' } },
    { name: 'flow', draftId: '01990000-0000-7000-8000-000000000001' },
  ];
  for (const place of places) expect(readPlace(writePlace(place))).toEqual(place);
});

test('what cannot be read leads to the list of what can', () => {
  for (const hash of ['#/information/', '#/information/general/elsewhere', '#/information/elsewhere/1'])
    expect(readPlace(hash)).toEqual({ name: 'information', reading: null });
  expect(readPlace('#/information/service/one/elsewhere')).toEqual({
    name: 'information',
    reading: { name: 'service', serviceKey: 'one' },
  });
});

test('anything else is home', () => {
  for (const hash of ['', '#', '#/', '#/flow', '#/flow/', '#/elsewhere/1']) {
    expect(readPlace(hash)).toEqual({ name: 'home' });
  }
});
