import { join } from 'node:path';
import { openPair } from './pair.ts';
import { DOCUMENT_BYTES, type Way } from './way.ts';

/** Documents in one request of PouchDB's replication; its own 100 would be 80 MB at once. */
const POUCH_BATCH = 10;
const ATTACHMENTS = 3;

const post = join(import.meta.dirname, 'post');

/** Each attachment and the form an upload of its own, as an application written for tus does it. */
export const tus = (peers: string): Way => ({
  name: 'tus, a file an upload',
  open: (load) =>
    openPair({
      server: join(peers, 'tus-server.mjs'),
      sender: join(peers, 'tus-sender.mjs'),
      load,
      details: { parts: partsOf(load.attachmentBytes) },
    }),
});

/** The same protocol with our idea: everything of a registration in one bundle. */
export const tusBundled = (peers: string): Way => ({
  name: 'tus, a bundle an upload',
  open: (load) =>
    openPair({
      server: join(peers, 'tus-server.mjs'),
      sender: join(peers, 'tus-sender.mjs'),
      load,
      details: { parts: [load.attachmentBytes + DOCUMENT_BYTES] },
    }),
});

export const pouch = (peers: string): Way => ({
  name: 'PouchDB',
  open: (load) =>
    openPair({
      server: join(peers, 'pouch-server.mjs'),
      sender: join(peers, 'pouch-sender.mjs'),
      load,
      details: {
        parts: Array.from({ length: ATTACHMENTS }, () => Math.floor(load.attachmentBytes / ATTACHMENTS)),
        documentBytes: DOCUMENT_BYTES,
        batch: POUCH_BATCH,
      },
    }),
});

export const onePost: Way = {
  name: 'one POST each, flushed',
  open: (load) =>
    openPair({
      server: join(post, 'post-server.ts'),
      sender: join(post, 'post-sender.ts'),
      load,
      details: { parts: [load.attachmentBytes + DOCUMENT_BYTES] },
    }),
};

export const rawStream: Way = {
  name: 'limit: one HTTP stream',
  open: (load) =>
    openPair({
      server: join(post, 'post-server.ts'),
      sender: join(post, 'stream-sender.ts'),
      load,
      details: { parts: [load.attachmentBytes + DOCUMENT_BYTES] },
    }),
};

/** Three pictures, the form with the first. */
function partsOf(attachmentBytes: number): number[] {
  const each = Math.floor(attachmentBytes / ATTACHMENTS);
  return Array.from({ length: ATTACHMENTS }, (_, place) => (place === 0 ? each + DOCUMENT_BYTES : each));
}
