import type { Face } from '../../contract/shell/face.ts';
import { type FacePort, type OpenedFacePort, openFacePort } from './face-port.ts';
import type { FrameData } from './frame.ts';

/** Four faces, each once more while it reloads, and as much again for what nobody thought of. */
const MOST_FACES = 16;

export interface Faces {
  opened(faceId: number, face: Face): void;
  message(faceId: number, data: FrameData): void;
  closed(faceId: number): void;
  closeAll(): void;
}

/**
 * The ports of the faces the relay has opened. An id opened again begins anew; beyond the bound the oldest is closed,
 * because the newest window is the one somebody looks at.
 */
export function createFaces(options: {
  readonly send: (faceId: number, data: FrameData) => void;
  readonly connect: (port: FacePort, caller: { readonly face: Face; readonly faceId: number }) => void;
}): Faces {
  const ports = new Map<number, OpenedFacePort>();

  function closed(faceId: number): void {
    ports.get(faceId)?.close();
    ports.delete(faceId);
  }

  return {
    opened(faceId, face) {
      closed(faceId);
      const [oldest] = ports.keys();
      if (ports.size >= MOST_FACES && oldest !== undefined) closed(oldest);
      const opened = openFacePort((data) => options.send(faceId, data));
      ports.set(faceId, opened);
      options.connect(opened.port, { face, faceId });
    },
    message: (faceId, data) => ports.get(faceId)?.receive(data),
    closed,
    closeAll() {
      for (const faceId of [...ports.keys()]) closed(faceId);
    },
  };
}
