import { type FrameData, judgeFrame, refusedFrame } from './frame.ts';

/** The part of a MessagePort that oRPC's message-port handler uses (`MessagePortMainLike` of @orpc/client). */
export interface FacePort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: FrameData): void;
}

export interface OpenedFacePort {
  readonly port: FacePort;
  /** A frame from the face. */
  receive(data: FrameData): void;
  /** Aborts every call under way; nothing is sent any more. */
  close(): void;
}

/** One face's side of the relay as a port. `send` carries a frame to the face. */
export function openFacePort(send: (data: FrameData) => void): OpenedFacePort {
  const listeners = new Map<string, Set<(event?: { data: unknown }) => void>>();
  let open = true;

  function emit(event: string, payload?: { data: unknown }): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  }

  function post(data: FrameData): void {
    if (open) send(data);
  }

  return {
    port: {
      on(event, listener) {
        listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      },
      postMessage: post,
    },
    receive(data) {
      if (!open) return;
      const verdict = judgeFrame(data);
      if (verdict.sound) emit('message', { data: verdict.data });
      else if (verdict.id !== null) post(refusedFrame(verdict.id, verdict.code));
    },
    close() {
      if (!open) return;
      open = false;
      emit('close');
      listeners.clear();
    },
  };
}
