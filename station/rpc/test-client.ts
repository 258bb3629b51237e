import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Face } from '../../contract/shell/face.ts';
import type { StationContract } from '../../contract/station/contract.ts';
import { type FacePort, openFacePort } from '../channel/face-port.ts';
import type { FrameData } from '../channel/frame.ts';
import type { CallContext } from './implementer.ts';

export type StationClient = ContractRouterClient<StationContract>;

export interface TestFace {
  readonly client: StationClient;
  /** Puts a frame of any kind on the wire. */
  sendRaw(data: FrameData): void;
  /** Frames from the station, raw. */
  readonly received: FrameData[];
  close(): void;
}

/** A face for tests: the real client and the real server with the frames between them handed over in memory. */
export function connectTestFace(
  serve: (port: FacePort, caller: CallContext) => void,
  face: Face,
  faceId = 1,
): TestFace {
  const received: FrameData[] = [];
  const listeners = new Map<string, (event?: { data: FrameData }) => void>();
  const station = openFacePort((data) => {
    received.push(data);
    queueMicrotask(() => listeners.get('message')?.({ data }));
  });
  serve(station.port, { face, faceId });
  const port = {
    on: (event: string, listener: (event?: { data: FrameData }) => void) => listeners.set(event, listener),
    postMessage: (data: FrameData) => queueMicrotask(() => station.receive(data)),
  };
  return {
    client: createORPCClient(new RPCLink({ port })),
    sendRaw: (data) => station.receive(data),
    received,
    close() {
      station.close();
      listeners.get('close')?.();
    },
  };
}
