import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerParent, forEachAtOnce, load } from './answer-parent.mjs';

const { Upload } = load('tus-js-client');

/** Its own delays, going on for ever: a program that gives up after four tries would lose registrations. */
const RETRY_DELAYS = [0, 1_000, 3_000, ...Array.from({ length: 1_000 }, () => 5_000)];

function upload(path, url) {
  return new Promise((resolve, reject) => {
    new Upload(createReadStream(path), {
      endpoint: `${url}/files`,
      retryDelays: RETRY_DELAYS,
      onError: reject,
      onSuccess: resolve,
    }).start();
  });
}

answerParent({
  prepare: ({ folder, count, parts }) => {
    mkdirSync(folder, { recursive: true });
    for (let number = 0; number < count; number += 1)
      for (const [place, length] of parts.entries())
        writeFileSync(join(folder, `${String(number).padStart(6, '0')}-${place}`), randomBytes(length));
  },
  drain: ({ folder, url, atOnce }) =>
    forEachAtOnce(readdirSync(folder).sort(), atOnce, (name) => upload(join(folder, name), url)),
});
