import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRequests } from './count-requests.ts';

const REQUEST = 'PATCH /v1/packets/x/bundle HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\nabc';

test('each request counts once, however its bytes are cut', () => {
  fc.assert(
    fc.property(fc.nat(6), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (requests, sizes) => {
      const bytes = Buffer.from(REQUEST.repeat(requests));
      const count = countRequests();
      const see = count.connection();
      for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
        const size = sizes[piece % sizes.length] ?? 1;
        see(bytes.subarray(at, at + size));
        at += size;
      }
      expect(count.total()).toBe(requests);
    }),
  );
});
