import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeFrame, LARGEST_FRAME, refusedFrame } from './frame.ts';

const call = { i: '7', p: { u: '/system/facts' } };

test('a call passes, read once when it is text and untouched when it carries bytes', () => {
  expect(judgeFrame(JSON.stringify(call))).toEqual({ sound: true, data: call });
  const bytes = Uint8Array.from([...Buffer.from(JSON.stringify(call)), 0xff, 1, 2]);
  expect(judgeFrame(bytes)).toEqual({ sound: true, data: bytes });
});

test('a frame too large is refused with the id of its call', () => {
  const frame = JSON.stringify({ i: '12', p: { u: '/x', b: 'a'.repeat(LARGEST_FRAME) } });
  expect(judgeFrame(frame)).toEqual({ sound: false, code: 'PAYLOAD_TOO_LARGE', id: '12' });
  expect(judgeFrame(new TextEncoder().encode(frame))).toEqual({
    sound: false,
    code: 'PAYLOAD_TOO_LARGE',
    id: '12',
  });
  expect(JSON.parse(refusedFrame('12', 'PAYLOAD_TOO_LARGE'))).toMatchObject({ i: '12', p: { s: 413 } });
});

test.each([
  ['', null],
  ['{', null],
  ['null', null],
  ['[]', null],
  ['{"i":"3"}', '3'],
  ['{"i":"3","p":{}}', '3'],
  ['{"i":"3","p":{"u":"http://["}}', '3'],
  ['{"i":"3","p":{"u":"/x","h":{"content-type":5}}}', '3'],
  ['{"i":"3","t":9,"p":{"u":"/x"}}', '3'],
  ['{"i":{"a":1},"p":{"u":"/x"}}', null],
])('%s is ill-formed', (frame, id) => {
  expect(judgeFrame(frame)).toEqual({ sound: false, code: 'BAD_REQUEST', id });
});

test('no frame throws', () => {
  const bytes = fc.uint8Array().map((array) => Uint8Array.from(array));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), bytes), (frame) => void judgeFrame(frame)));
});
