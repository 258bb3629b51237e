import { mkdirSync } from 'node:fs';
import { answerParent, load } from './answer-parent.mjs';

const { FileStore } = load('@tus/file-store');
const { Server } = load('@tus/server');

answerParent({
  listen: ({ folder }) => {
    mkdirSync(folder, { recursive: true });
    const server = new Server({ path: '/files', datastore: new FileStore({ directory: folder }) });
    return new Promise((resolve) => {
      const listening = server.listen({ host: '127.0.0.1', port: 0 }, () =>
        resolve(listening.address().port),
      );
    });
  },
});
