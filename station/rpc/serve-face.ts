import { RPCHandler } from '@orpc/server/message-port';
import type { FacePort } from '../channel/face-port.ts';
import type { CallContext } from './implementer.ts';
import type { StationRouter } from './station-router.ts';

/** Answers the calls of faces. */
export function createFaceServer(router: StationRouter): (port: FacePort, caller: CallContext) => void {
  const handler = new RPCHandler(router);
  return (port, caller) => handler.upgrade(port, { context: caller });
}
