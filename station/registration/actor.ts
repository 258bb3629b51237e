import type { Face } from '../../contract/shell/face.ts';

/** Who does it: for the audit chain and the records. */
export interface Actor {
  readonly face: Face;
  readonly officerId: string | null;
}
