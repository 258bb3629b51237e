import type { Face } from '../../contract/shell/face.ts';
import type { Audit } from '../audit/audit.ts';
import type { Store } from '../store/database.ts';

/** Distinct refusals written down per run: a face that hammers on closed doors must not fill the disk. */
const LARGEST_COUNT = 200;

export interface Refusals {
  note(path: string, face: Face, verdict: string): void;
}

/** Audits what a face was forbidden, each kind once per run. Signed out and locked are everyday and not noted. */
export function createRefusals(store: Store, audit: Audit): Refusals {
  const noted = new Set<string>();
  return {
    note(path, face, verdict) {
      const key = `${face} ${path}`;
      if (verdict !== 'FORBIDDEN' || noted.has(key) || noted.size >= LARGEST_COUNT) return;
      noted.add(key);
      store.transaction((database) =>
        audit.append(database, { action: 'command-refused', outcome: path, face }),
      );
    },
  };
}
