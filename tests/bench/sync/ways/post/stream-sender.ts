import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { doDeeds } from './do-deeds.ts';

/** All bytes in one request: nothing on this line can be faster. */
doDeeds({
  async prepare() {},
  async drain({ url, count, parts }) {
    const [length = 0] = parts as number[];
    const record = randomBytes(length);
    const sending = request(String(url), { method: 'POST' });
    const answered = once(sending, 'response');
    for (let number = 0; number < Number(count); number += 1)
      if (!sending.write(record)) await once(sending, 'drain');
    sending.end();
    const [response] = await answered;
    response.resume();
    await once(response, 'close');
  },
});
