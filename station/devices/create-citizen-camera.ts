import type { CameraCondition } from '../../contract/domain/camera.ts';
import type { Device } from '../../contract/domain/device.ts';
import type { Clock } from '../clock/clock.ts';
import type { Store } from '../store/database.ts';
import {
  type CitizenCameraRow,
  readCitizenCamera,
  writeCitizenCamera,
} from '../store/tables/citizen-camera.ts';
import type { DeviceNow } from './present-device.ts';

/** The live camera at the citizens' screen. Only the page can look at it, so it is as the page told last. */
export interface CitizenCamera {
  /** Durable when it returns; told of only when it is another than before. Throws `StoreError`. */
  tell(condition: CameraCondition): void;
  /** Null until the page told once. */
  condition(): CameraCondition | null;
  /** The camera, once the page told of it. */
  list(): DeviceNow[];
}

export interface CitizenCameraDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly onChanged: () => void;
}

export function createCitizenCamera({ store, clock, onChanged }: CitizenCameraDependencies): CitizenCamera {
  let last = readCitizenCamera(store.read);
  return {
    tell(condition) {
      if (condition === last?.condition) return;
      const next = { condition, since: clock.now() };
      store.transaction((database) => writeCitizenCamera(database, next));
      last = next;
      onChanged();
    },
    condition: () => last?.condition ?? null,
    list: () => (last === null ? [] : [describeCitizenCamera(last)]),
  };
}

const STATES: Readonly<Record<CameraCondition, Device['state']>> = {
  present: 'ready',
  missing: 'absent',
  'no-picture': 'faulted',
  blocked: 'faulted',
};

function describeCitizenCamera({ condition, since }: CitizenCameraRow): DeviceNow {
  const state = STATES[condition];
  return {
    kind: 'citizen-camera',
    model: '',
    state,
    reason: state === 'faulted' ? `citizen-camera-${condition}` : null,
    paperNearEnd: false,
    since,
  };
}
