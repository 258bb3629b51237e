import type { Face } from '../../contract/shell/face.ts';
import type { FromStation, ToStation } from '../../contract/shell/station-channel.ts';
import type { StationFatal } from '../../contract/shell/station-fatal.ts';
import type { StationState } from '../../contract/shell/window-messages.ts';
import { asFaceData, type FaceData } from './face-data.ts';

/** The shell's end of a channel whose other end `FarPort` is given to a page. */
export interface NearPort {
  readonly send: (data: FaceData) => void;
  readonly close: () => void;
}

export interface PortListener {
  readonly message: (data: unknown) => void;
  /** The page closed its end, or is gone. */
  readonly closed: () => void;
}

/** Makes a channel: the near end for the relay, the far end to hand to a page. */
export type OpenPort<FarPort> = (listener: PortListener) => {
  readonly near: NearPort;
  readonly far: FarPort;
};

/** A window as the relay sees it. `face` comes from the shell's own table: a page has no say in it. */
export interface FaceWindow<FarPort> {
  readonly face: Face;
  readonly tell: (state: StationState, port?: FarPort) => void;
}

export interface Relay<FarPort> {
  /** The window's page listens, maybe anew after a reload: it gets the station's state, and a port when there is one. */
  readonly listens: (window: FaceWindow<FarPort>) => void;
  /** The window's page is gone. */
  readonly leaves: (window: FaceWindow<FarPort>) => void;
  readonly fromStation: (message: FromStation) => void;
  readonly stationReady: () => void;
  readonly stationLost: () => void;
  readonly stationFatal: (reason: StationFatal) => void;
}

interface Link<FarPort> {
  readonly window: FaceWindow<FarPort>;
  readonly near: NearPort;
}

const topic = 'anjungan-station';

/** Passes bytes between pages and the station, unread. One port per window at a time. */
export function createRelay<FarPort>(
  openPort: OpenPort<FarPort>,
  toStation: (message: ToStation) => void,
  log: (line: string) => void,
): Relay<FarPort> {
  const listening = new Set<FaceWindow<FarPort>>();
  const links = new Map<number, Link<FarPort>>();
  let station: { readonly is: 'away' | 'ready' } | { readonly is: 'fatal'; readonly reason: StationFatal } = {
    is: 'away',
  };
  let lastFaceId = 0;

  function connect(window: FaceWindow<FarPort>): void {
    lastFaceId += 1;
    const faceId = lastFaceId;
    const { near, far } = openPort({
      message: (data) => fromFace(faceId, data),
      closed: () => disconnect(faceId),
    });
    links.set(faceId, { window, near });
    toStation({ type: 'face-opened', faceId, face: window.face });
    window.tell({ topic, state: 'connected' }, far);
  }

  function fromFace(faceId: number, incoming: unknown): void {
    const link = links.get(faceId);
    if (!link) return;
    const data = asFaceData(incoming);
    if (data !== undefined) {
      toStation({ type: 'face-message', faceId, data });
      return;
    }
    log(`${link.window.face}: sent something too large or of no known kind; its port is renewed`);
    disconnect(faceId);
    link.window.tell({ topic, state: 'lost' });
    connect(link.window);
  }

  function disconnect(faceId: number): void {
    const link = links.get(faceId);
    if (!link) return;
    links.delete(faceId);
    link.near.close();
    if (station.is === 'ready') toStation({ type: 'face-closed', faceId });
  }

  function disconnectWindow(window: FaceWindow<FarPort>): void {
    for (const [faceId, link] of links) if (link.window === window) disconnect(faceId);
  }

  return {
    listens(window) {
      disconnectWindow(window);
      listening.add(window);
      if (station.is === 'ready') connect(window);
      if (station.is === 'fatal') window.tell({ topic, state: 'fatal', reason: station.reason });
    },
    leaves(window) {
      disconnectWindow(window);
      listening.delete(window);
    },
    fromStation(message) {
      if (message.type === 'face-message') links.get(message.faceId)?.near.send(message.data);
    },
    stationReady() {
      station = { is: 'ready' };
      for (const window of listening) connect(window);
    },
    stationLost() {
      station = { is: 'away' };
      for (const faceId of [...links.keys()]) disconnect(faceId);
      for (const window of listening) window.tell({ topic, state: 'lost' });
    },
    stationFatal(reason) {
      station = { is: 'fatal', reason };
      for (const window of listening) window.tell({ topic, state: 'fatal', reason });
    },
  };
}
