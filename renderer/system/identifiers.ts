import { v7 } from 'uuid';
import type { Identifier } from '../../contract/domain/identifiers.ts';

/** A new UUIDv7. Make it once per intention and keep it through every retry, so that a repeated call is the same call. */
export function newIdentifier(): Identifier {
  return v7();
}
