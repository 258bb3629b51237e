import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerParent, load } from './answer-parent.mjs';

const express = load('express');
const expressPouch = load('express-pouchdb');
const PouchDB = load('pouchdb');

answerParent({
  listen: ({ folder }) => {
    mkdirSync(folder, { recursive: true });
    const application = express();
    const Databases = PouchDB.defaults({ prefix: `${folder}/` });
    const settings = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') };
    application.use('/', expressPouch(Databases, settings));
    return new Promise((resolve) => {
      const server = application.listen(0, '127.0.0.1', () => resolve(server.address().port));
    });
  },
});
