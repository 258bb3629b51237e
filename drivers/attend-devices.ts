import type { Unsubscribe } from './listeners.ts';

/** What a driver's manager needs to know of a bus, USB or HID. */
export interface AttendedBus<Info extends { readonly key: string }> {
  list(): Promise<readonly Info[]>;
  onAttach(listener: (device: Info) => void): Unsubscribe;
  onDetach(listener: (device: Info) => void): Unsubscribe;
}

export interface AttendOptions<Info extends { readonly key: string }> {
  readonly bus: AttendedBus<Info>;
  /** Most devices attended to at once; any number when absent. One more is looked for when one of them has left. */
  readonly atOnce?: number;
  /** Stays with a device until `leaving` fires, and never rejects; null for a device that is none of the driver's. */
  readonly attend: (device: Info, leaving: AbortSignal) => Promise<void> | null;
  /** What `leaving` gives as its reason. */
  readonly leftBecause: (why: 'detached' | 'closing') => Error;
  /** Told of a bus that cannot be listed. */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
}

export interface Attendance {
  /** Fires when `close` is called. */
  readonly closing: AbortSignal;
  /** Leaves every device and stops watching the bus. Never rejects. */
  close(): Promise<void>;
}

/** Finds a driver's devices on a bus, those there now and those plugged in later, and has each attended to. */
export function attendDevices<Info extends { readonly key: string }>(
  options: AttendOptions<Info>,
): Attendance {
  const { bus, atOnce = Number.POSITIVE_INFINITY, attend, leftBecause } = options;
  const closing = new AbortController();
  const leaves = new Map<string, AbortController>();
  const attended = new Set<Promise<void>>();

  const stopAttach = bus.onAttach(consider);
  const stopDetach = bus.onDetach(({ key }) => {
    leaves.get(key)?.abort(leftBecause('detached'));
    leaves.delete(key);
  });
  const listed = look();

  return {
    closing: closing.signal,
    async close() {
      stopAttach();
      stopDetach();
      closing.abort(leftBecause('closing'));
      await listed;
      await Promise.all(attended);
    },
  };

  async function look() {
    try {
      for (const device of await bus.list()) consider(device);
    } catch (error) {
      options.onTrouble?.(error);
    }
  }

  function consider(device: Info) {
    if (closing.signal.aborted || leaves.has(device.key) || attended.size >= atOnce) return;
    const leave = new AbortController();
    const work = attend(device, AbortSignal.any([leave.signal, closing.signal]));
    if (!work) return;
    leaves.set(device.key, leave);
    const done = work.then(async () => {
      attended.delete(done);
      if (atOnce !== Number.POSITIVE_INFINITY) await look();
    });
    attended.add(done);
  }
}
