import { type ClientLink, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { StationFatal } from '../../contract/shell/station-fatal.ts';
import {
  FACE_INTERACTIVE_MESSAGE,
  FACE_LISTENS_MESSAGE,
  readStationState,
} from '../../contract/shell/window-messages.ts';
import type { StationContract } from '../../contract/station/contract.ts';
import type { StationEvent } from '../../contract/station/system.ts';
import { StationLostError } from './errors.ts';
import { createPortConnection, type PortConnection } from './port-connection.ts';

export type StationClient = ContractRouterClient<StationContract>;

export type LinkState =
  | { readonly state: 'connecting' | 'connected' | 'lost' }
  | { readonly state: 'fatal'; readonly reason: StationFatal };

/** What listeners hear: every station event, and `connected` whenever anything may have been missed. */
export type LinkEvent = StationEvent | { readonly type: 'connected' };

export interface StationLink {
  readonly client: StationClient;
  state(): LinkState;
  subscribe(listener: () => void): () => void;
  onEvent(listener: (event: LinkEvent) => void): () => void;
  /** Tells the shell that the first screen answers touches. */
  tellInteractive(): void;
  close(): void;
}

/** The part of `window` the link needs. */
export interface FaceWindow {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: unknown, options: { targetOrigin: string }): void;
}

/**
 * How long a call waits for the station to come back. The shell starts a dead station again at once and gives up on its
 * handshake after ten seconds, so one failed start is outlasted.
 */
const PATIENCE_MS = 20_000;

/** A stream cannot be repeated by the link: its reader decides where to go on. */
const STREAMS = new Set(['system.events', 'cards.readPassport', 'cards.readIdentityCard']);

/**
 * The face's end of the wire. Ports come from the preload script and change when the station restarts. A call lost with
 * its port is made once more over the next one: every command of the contract may be repeated.
 */
export function createStationLink(face: FaceWindow, patienceMs = PATIENCE_MS): StationLink {
  let state: LinkState = { state: 'connecting' };
  let connection: PortConnection | null = null;
  const listeners = new Set<() => void>();
  const eventListeners = new Set<(event: LinkEvent) => void>();
  const waiting = new Set<(next: PortConnection | null) => void>();

  function become(next: LinkState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function releaseWaiting(next: PortConnection | null): void {
    for (const release of [...waiting]) release(next);
  }

  function nextConnection(signal: AbortSignal | undefined): Promise<PortConnection> {
    if (connection?.isOpen()) return Promise.resolve(connection);
    if (state.state === 'fatal') return Promise.reject(new StationLostError());
    return new Promise((resolve, reject) => {
      const settle = (next: PortConnection | null) => {
        waiting.delete(settle);
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        if (next) resolve(next);
        else reject(new StationLostError());
      };
      const giveUp = () => settle(null);
      const timer = setTimeout(giveUp, patienceMs);
      waiting.add(settle);
      signal?.addEventListener('abort', giveUp);
    });
  }

  const link: ClientLink<object> = {
    async call(path, input, options) {
      const first = await nextConnection(options.signal);
      try {
        return await first.call(path, input, options);
      } catch (error) {
        if (!(error instanceof StationLostError) || STREAMS.has(path.join('.'))) throw error;
        const second = await nextConnection(options.signal);
        return second.call(path, input, options);
      }
    },
  };
  const client: StationClient = createORPCClient(link);

  async function readEvents(from: PortConnection): Promise<void> {
    while (connection === from) {
      try {
        for await (const event of await client.system.events()) tell(event);
      } catch {
        if (connection !== from) return;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  function tell(event: LinkEvent): void {
    for (const listener of eventListeners) listener(event);
  }

  function drop(): void {
    connection?.close();
    connection = null;
  }

  function connect(port: MessagePort): void {
    drop();
    const opened = createPortConnection(port);
    connection = opened;
    become({ state: 'connected' });
    releaseWaiting(opened);
    tell({ type: 'connected' });
    readEvents(opened).catch(() => undefined);
  }

  function receive(event: MessageEvent): void {
    const message = readStationState(event.data);
    if (message === null) return;
    const port = event.ports[0];
    if (message.state === 'connected') {
      if (port) connect(port);
      return;
    }
    drop();
    if (message.state === 'fatal') {
      become({ state: 'fatal', reason: message.reason });
      releaseWaiting(null);
    } else become({ state: 'lost' });
  }

  face.addEventListener('message', receive);
  face.postMessage(FACE_LISTENS_MESSAGE, { targetOrigin: '*' });

  return {
    client,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    tellInteractive: () => face.postMessage(FACE_INTERACTIVE_MESSAGE, { targetOrigin: '*' }),
    close() {
      face.removeEventListener('message', receive);
      drop();
      releaseWaiting(null);
    },
  };
}
