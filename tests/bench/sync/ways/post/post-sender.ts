import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { doDeeds } from './do-deeds.ts';

/** As a simple program does it: once more after a second, from the first byte, with no time-out. */
const AGAIN_AFTER_MS = 1_000;

doDeeds({
  async prepare({ folder, count, parts }) {
    mkdirSync(String(folder), { recursive: true });
    for (let number = 0; number < Number(count); number += 1)
      for (const length of parts as number[])
        await writeFile(join(String(folder), String(number)), randomBytes(length));
  },
  async drain({ folder, url, atOnce }) {
    const agent = new Agent({ keepAlive: true });
    const waiting = readdirSync(String(folder));
    await Promise.all(
      Array.from({ length: Number(atOnce) }, async () => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
          const body = await readFile(join(String(folder), name));
          while (!(await post(agent, String(url), body)))
            await new Promise<void>((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
        }
      }),
    );
  },
});

function post(agent: Agent, url: string, body: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const sending = request(url, { method: 'POST', agent, headers: { 'content-length': body.length } });
    sending.on('response', (response) => {
      response.resume();
      response.on('close', () => resolve(response.complete && response.statusCode === 204));
    });
    sending.on('error', () => resolve(false));
    sending.end(body);
  });
}
