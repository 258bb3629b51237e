import type { ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { StationLostError } from './errors.ts';

/** Calls over one port; all of them end when it is closed. */
export interface PortConnection {
  /** Rejects with `StationLostError` when the port is closed first. */
  call(path: readonly string[], input: unknown, options: ClientOptions<object>): Promise<unknown>;
  isOpen(): boolean;
  close(): void;
}

export function createPortConnection(port: MessagePort): PortConnection {
  const pending = new Set<(error: StationLostError) => void>();
  let open = true;

  function end(): void {
    open = false;
    const error = new StationLostError();
    for (const reject of pending) reject(error);
    pending.clear();
  }

  // Before the RPC library listens: a port whose other end died closes by itself, and the library then ends each call with
  // an error that says nothing about the station.
  port.addEventListener('close', end);
  const link = new RPCLink<object>({ port });
  port.start();
  return {
    call(path, input, options) {
      if (!open) return Promise.reject(new StationLostError());
      return new Promise((resolve, reject) => {
        pending.add(reject);
        link
          .call(path, input, options)
          .then(resolve, reject)
          .finally(() => pending.delete(reject))
          .catch(() => undefined);
      });
    },
    isOpen: () => open,
    close() {
      if (!open) return;
      port.close();
      // The end that closes a port hears no `close` of its own; the RPC library ends its streams on it.
      port.dispatchEvent(new Event('close'));
    },
  };
}
