// Removes optional platform packages from package-lock.json that the registry could not resolve.
// npm keeps them in their parent's list but not in the lock, and `npm ci` then refuses the lock.
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));

function isLocked(parent, name) {
  for (let at = parent; ; ) {
    if (lock.packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
    const cut = at.lastIndexOf('/node_modules/');
    at = cut < 0 ? '' : at.slice(0, cut);
  }
}

let trimmed = 0;
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (isLocked(at, name)) continue;
    delete entry.optionalDependencies[name];
    trimmed += 1;
  }
}
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`trimmed ${trimmed} unresolved optional packages\n`);
