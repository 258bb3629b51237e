import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerParent, load } from './answer-parent.mjs';

const PouchDB = load('pouchdb');

const open = (folder) => new PouchDB(join(folder, 'waiting'));

answerParent({
  /** Milliseconds of each put. */
  prepare: async ({ folder, count, parts, documentBytes }) => {
    mkdirSync(folder, { recursive: true });
    const database = open(folder);
    const times = [];
    for (let number = 0; number < count; number += 1) {
      const attachments = parts.map((length, place) => [
        `picture-${place}`,
        { content_type: 'image/jpeg', data: randomBytes(length) },
      ]);
      const words = randomBytes(Math.floor(documentBytes / 2)).toString('hex');
      const since = performance.now();
      await database.put({
        _id: String(number).padStart(6, '0'),
        words,
        _attachments: Object.fromEntries(attachments),
      });
      times.push(performance.now() - since);
    }
    await database.close();
    return times;
  },
  drain: ({ folder, url, count, batch }) =>
    new Promise((resolve, reject) => {
      const replication = PouchDB.replicate(open(folder), `${url}/arrived`, {
        live: true,
        retry: true,
        batch_size: batch,
      });
      replication.on('change', ({ docs_written: written }) => written >= count && resolve());
      replication.on('error', reject);
      replication.on('denied', reject);
    }),
});
