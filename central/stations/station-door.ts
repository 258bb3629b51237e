import type { Database } from '../database/database.ts';
import type { Limits } from '../limits/limits.ts';
import type { Contacts } from './contacts.ts';
import { createProvedTokens } from './proved-tokens.ts';
import { authenticateStation, type CallingStation } from './stations.ts';

export type Admission =
  | { readonly station: CallingStation }
  | { readonly refused: 'unknown' | 'revoked' }
  | { readonly refused: 'too-many'; readonly seconds: number };

/** Lets a station in by its `Authorization` header, at its pace. */
export type StationDoor = (authorization: string | undefined, address: string) => Promise<Admission>;

export function createStationDoor(database: Database, limits: Limits, contacts: Contacts): StationDoor {
  const tokens = createProvedTokens();
  return async (authorization, address) => {
    const station = await authenticateStation(database, tokens, authorization);
    if (!station) {
      const seconds = limits.wrongProof(address);
      return seconds > 0 ? { refused: 'too-many', seconds } : { refused: 'unknown' };
    }
    const seconds = limits.station(station.id);
    if (seconds > 0) return { refused: 'too-many', seconds };
    if (station.revokedAt !== null) return { refused: 'revoked' };
    await contacts.heard(station.id);
    return { station };
  };
}
