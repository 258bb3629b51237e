import type { EnrolmentAnswer } from '../../../contract/central/enrolment.ts';
import type { CentralClient } from '../wire/central-client.ts';
import { WireError } from '../wire/wire-error.ts';
import type { StationIdentity } from './station-identity.ts';

/**
 * Tries to be enrolled again with the code of the newest file, then with the one that was configured; each is asked once, because a code
 * that was refused stays so. False when none helped. Throws `WireError`, or `EnrolmentError` `other-central`.
 */
export type Renew = (
  client: CentralClient,
  configuredCode: string | null,
  signal: AbortSignal,
) => Promise<boolean>;

export function createRenewal(
  identity: Pick<StationIdentity, 'renewalCode' | 'confirm'>,
  ask: (client: CentralClient, code: string, signal: AbortSignal) => Promise<EnrolmentAnswer>,
): Renew {
  const refused = new Set<string>();
  return async (client, configuredCode, signal) => {
    for (const code of [identity.renewalCode(), configuredCode]) {
      if (code === null || refused.has(code)) continue;
      try {
        identity.confirm(await ask(client, code, signal));
        return true;
      } catch (error) {
        if (!(error instanceof WireError && error.code === 'CODE_REFUSED')) throw error;
        refused.add(code);
      }
    }
    return false;
  };
}
