import type { StationIdentity } from '../enrolment/station-identity.ts';
import { receivingHalf } from '../sealing/receiving-key.ts';
import { SealingError } from '../sealing/sealing-error.ts';
import { signBearer } from './bearer.ts';

/** What this station proves itself by, another one each time. Rejects with `SealingError` `not-enrolled`. */
export async function stationToken(
  identity: Pick<StationIdentity, 'keys' | 'receivingKey'>,
): Promise<string> {
  const keys = identity.keys();
  if (keys === null) throw new SealingError('not-enrolled');
  return await signBearer(keys, receivingHalf(identity.receivingKey));
}
