import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { portOf } from '../../../../faults/run/listen.ts';
import { doDeeds } from './do-deeds.ts';

/** The least that keeps a record: its bytes in a file of their own, flushed, then 204. */
doDeeds({
  async listen({ folder }) {
    const directory = String(folder);
    mkdirSync(directory, { recursive: true });
    let number = 0;
    const server = createServer((request, response) => {
      number += 1;
      keep(request, join(directory, String(number))).then(
        () => response.writeHead(204).end(),
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return portOf(server);
  },
});

async function keep(request: IncomingMessage, path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for await (const piece of request) await file.write(piece as Buffer);
    await file.datasync();
  } finally {
    await file.close();
  }
}
