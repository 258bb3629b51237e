import { implement } from '@orpc/server';
import type { Face } from '../../contract/shell/face.ts';
import { stationContract } from '../../contract/station/contract.ts';

/** What the relay stamped on the port a call came through. */
export interface CallContext {
  readonly face: Face;
  readonly faceId: number;
}

/**
 * Every capability implements its part of the contract with this: `implementer.queue.router({ … })`. Authorisation and
 * error mapping are put around all of them in `router.ts`.
 */
export const implementer = implement(stationContract).$context<CallContext>();
