import { missingCase } from '../../system/missing-case.ts';
import type { CameraDevice } from './camera-device.ts';
import type { CameraProblem } from './camera-problem.ts';

/**
 * What a camera is doing. Everything but `live` has its own sentence and a way on.
 *
 *            ┌──────── choose, reopen, chosen one plugged in ────────┐
 *            ▼                                                       │
 *         opening ─────────────────── opened ───────────────────▶  live
 *          ▲   │                                                     │
 *   retry, │   │ refused                                       ended │
 *  devices │   ▼                                                     ▼
 *         missing, denied, busy                                 unplugged ── it is back, retry, choose ─▶ opening
 *
 * While a problem is tried again, `after` keeps it in sight, so that the screen does not flicker.
 */
export type CameraState<Feed> =
  | {
      readonly kind: 'opening';
      /** Null when any camera will do. */
      readonly device: CameraDevice | null;
      readonly after: CameraProblem | 'live' | null;
    }
  | { readonly kind: 'live'; readonly device: CameraDevice; readonly feed: Feed }
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'busy'; readonly device: CameraDevice | null }
  | { readonly kind: 'unplugged'; readonly device: CameraDevice };

export type CameraEvent<Feed> =
  | { readonly type: 'opened'; readonly device: CameraDevice; readonly feed: Feed }
  | { readonly type: 'refused'; readonly problem: Exclude<CameraProblem, 'unplugged'> }
  /** The camera that is live gives no more pictures. */
  | { readonly type: 'ended' }
  /** Something was plugged in or out; `chosen` is the camera of choice when it is among them. */
  | {
      readonly type: 'devices';
      readonly devices: readonly CameraDevice[];
      readonly chosen: CameraDevice | null;
    }
  /** A person or a timer tries again. */
  | { readonly type: 'retry' }
  /** The same camera shows something that a running picture would not. */
  | { readonly type: 'reopen' }
  | { readonly type: 'choose'; readonly device: CameraDevice };

/** Answers the very same state when an event changes nothing. */
export function nextCameraState<Feed>(state: CameraState<Feed>, event: CameraEvent<Feed>): CameraState<Feed> {
  if (event.type === 'choose') return chosen(state, event.device);
  switch (state.kind) {
    case 'opening':
      return whileOpening(state, event);
    case 'live':
      return whileLive(state, event);
    case 'unplugged':
      return whileUnplugged(state, event);
    case 'missing':
    case 'denied':
    case 'busy':
      return whileRefused(state, event);
    default:
      return missingCase(state);
  }
}

type State<Feed, Kind extends CameraState<Feed>['kind']> = Extract<CameraState<Feed>, { kind: Kind }>;
type Unchosen<Feed> = Exclude<CameraEvent<Feed>, { type: 'choose' }>;

function chosen<Feed>(state: CameraState<Feed>, device: CameraDevice): CameraState<Feed> {
  if (state.kind === 'live' && isSame(state.device, device)) return state;
  return { kind: 'opening', device, after: state.kind === 'live' ? 'live' : null };
}

function whileOpening<Feed>(state: State<Feed, 'opening'>, event: Unchosen<Feed>): CameraState<Feed> {
  switch (event.type) {
    case 'opened':
      return { kind: 'live', device: event.device, feed: event.feed };
    case 'refused':
      // A camera that was pulled out is still the one that is missed.
      if (event.problem === 'missing' && state.after === 'unplugged' && state.device)
        return { kind: 'unplugged', device: state.device };
      return event.problem === 'busy' ? { kind: 'busy', device: state.device } : { kind: event.problem };
    case 'ended':
    case 'devices':
    case 'retry':
    case 'reopen':
      return state;
    default:
      return missingCase(event);
  }
}

function whileLive<Feed>(state: State<Feed, 'live'>, event: Unchosen<Feed>): CameraState<Feed> {
  switch (event.type) {
    case 'ended':
      return { kind: 'unplugged', device: state.device };
    case 'devices':
      if (!event.devices.some((device) => device.id === '' || isSame(device, state.device)))
        return { kind: 'unplugged', device: state.device };
      return event.chosen && !isSame(event.chosen, state.device)
        ? { kind: 'opening', device: event.chosen, after: 'live' }
        : state;
    case 'reopen':
      return { kind: 'opening', device: state.device, after: 'live' };
    case 'opened':
    case 'refused':
    case 'retry':
      return state;
    default:
      return missingCase(event);
  }
}

function whileUnplugged<Feed>(state: State<Feed, 'unplugged'>, event: Unchosen<Feed>): CameraState<Feed> {
  switch (event.type) {
    case 'devices': {
      const back = event.devices.find((device) => isBack(device, state.device));
      return back ? { kind: 'opening', device: back, after: 'unplugged' } : state;
    }
    case 'retry':
    case 'reopen':
      return { kind: 'opening', device: state.device, after: 'unplugged' };
    case 'ended':
    case 'opened':
    case 'refused':
      return state;
    default:
      return missingCase(event);
  }
}

function whileRefused<Feed>(
  state: State<Feed, 'missing' | 'denied' | 'busy'>,
  event: Unchosen<Feed>,
): CameraState<Feed> {
  const device = state.kind === 'busy' ? state.device : null;
  switch (event.type) {
    case 'devices':
      if (state.kind === 'missing' && event.devices.length === 0) return state;
      return { kind: 'opening', device: event.chosen ?? device, after: state.kind };
    case 'retry':
    case 'reopen':
      return { kind: 'opening', device, after: state.kind };
    case 'ended':
    case 'opened':
    case 'refused':
      return state;
    default:
      return missingCase(event);
  }
}

function isSame(one: CameraDevice, other: CameraDevice): boolean {
  return one.id === other.id;
}

/** Also by name, because a camera may not keep its identifier when it is plugged in again. */
function isBack(device: CameraDevice, missed: CameraDevice): boolean {
  return isSame(device, missed) || (device.label === missed.label && device.place === missed.place);
}
