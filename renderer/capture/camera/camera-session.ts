import { type CameraDevice, type CameraName, findCamera } from './camera-device.ts';
import { cameraProblem } from './camera-problem.ts';
import { type CameraEvent, type CameraState, nextCameraState } from './camera-state.ts';

/** A running camera. */
export interface CameraFeed {
  /** Called once when the camera gives no more pictures by itself. */
  readonly onEnded: (listener: () => void) => void;
  readonly close: () => void;
}

/** Where cameras come from. */
export interface CameraSource<Feed extends CameraFeed> {
  list(): Promise<readonly CameraDevice[]>;
  /** Rejects as `getUserMedia` does. @param device null for any */
  open(device: CameraDevice | null): Promise<{ readonly device: CameraDevice; readonly feed: Feed }>;
  /** Answers how to stop listening. */
  onListChange(listener: () => void): () => void;
}

export interface CameraView<Feed> {
  readonly state: CameraState<Feed>;
  readonly devices: readonly CameraDevice[];
}

export interface CameraSession<Feed> {
  /** The very same object until something changed. */
  view(): CameraView<Feed>;
  subscribe(listener: () => void): () => void;
  retry(): void;
  reopen(): void;
  choose(device: CameraDevice): void;
  /** Lets the camera go; nothing is told any more. */
  close(): void;
}

export interface CameraSessionOptions<Feed extends CameraFeed> {
  readonly source: CameraSource<Feed>;
  /** The camera of choice; null when nobody chose one. */
  readonly wanted: CameraName | null;
  /** Runs later; returns how to cancel. */
  readonly schedule: (run: () => void, milliseconds: number) => () => void;
}

/**
 * Another program closes a camera without a word, and a camera may be listed before it can be opened. Half of what a
 * replugged device is given to be back.
 */
const RETRY_AFTER_MS = 2_500;

/** Runs the state machine over real cameras: opens, lets go, watches the list and tries again. One camera at a time. */
export function createCameraSession<Feed extends CameraFeed>({
  source,
  wanted,
  schedule,
}: CameraSessionOptions<Feed>): CameraSession<Feed> {
  let view: CameraView<Feed> = { state: { kind: 'opening', device: null, after: null }, devices: [] };
  let choice = wanted;
  let closed = false;
  let cancelRetry: () => void = () => {};
  const listeners = new Set<() => void>();

  function show(next: CameraView<Feed>): void {
    view = next;
    for (const listener of [...listeners]) listener();
  }

  function send(event: CameraEvent<Feed>): void {
    const before = view.state;
    const after = nextCameraState(before, event);
    if (after === before) return;
    cancelRetry();
    if (before.kind === 'live') before.feed.close();
    show({ ...view, state: after });
    if (after.kind === 'opening') void open(after);
    if (after.kind === 'busy' || after.kind === 'unplugged' || after.kind === 'missing')
      cancelRetry = schedule(() => send({ type: 'retry' }), RETRY_AFTER_MS);
  }

  /** What comes of an opening that is no longer asked for is let go unseen. */
  async function open(opening: CameraState<Feed> & { kind: 'opening' }): Promise<void> {
    const asked = () => !closed && view.state === opening;
    try {
      const { device, feed } = await source.open(opening.device ?? findCamera(view.devices, choice));
      if (!asked()) return feed.close();
      feed.onEnded(() => {
        if (view.state.kind === 'live' && view.state.feed === feed) send({ type: 'ended' });
      });
      send({ type: 'opened', device, feed });
      // Names are told only once a camera may be used.
      await refresh();
    } catch (error) {
      const problem = cameraProblem(error);
      if (asked() && problem !== 'unplugged') send({ type: 'refused', problem });
    }
  }

  async function refresh(): Promise<void> {
    const devices = await source.list().catch(() => view.devices);
    if (closed) return;
    show({ ...view, devices });
    send({ type: 'devices', devices, chosen: findCamera(devices, choice) });
  }

  const stopListening = source.onListChange(() => void refresh());
  const first = view.state;
  void refresh().then(() => {
    if (!closed && view.state === first && first.kind === 'opening') void open(first);
  });

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    retry: () => send({ type: 'retry' }),
    reopen: () => send({ type: 'reopen' }),
    choose(device) {
      choice = device;
      send({ type: 'choose', device });
    },
    close() {
      if (closed) return;
      closed = true;
      cancelRetry();
      stopListening();
      listeners.clear();
      if (view.state.kind === 'live') view.state.feed.close();
    },
  };
}
