/** A bus a hand can plug things into. */
export interface Pluggable<Device> {
  plug(device: Device): void;
  unplug(device: Device): void;
  isPlugged(device: Device): boolean;
}

/** The place on the tray where one device is plugged in, or another in its stead. */
export interface Socket<Device> {
  isPlugged(): boolean;
  setPlugged(plugged: boolean): void;
  /** The device that belongs here from now on; in place of the one plugged in, where one is. */
  place(device: Device): void;
  /** Lets `work` change how the device is found when it is plugged in: one that is in is pulled out and put in again. */
  anew(work: () => void): void;
}

export function createSocket<Device>(bus: Pluggable<Device>, first: Device): Socket<Device> {
  let current = first;

  function setPlugged(plugged: boolean) {
    if (plugged) bus.plug(current);
    else bus.unplug(current);
  }

  function anew(work: () => void) {
    const wasPlugged = bus.isPlugged(current);
    setPlugged(false);
    work();
    setPlugged(wasPlugged);
  }

  return {
    isPlugged: () => bus.isPlugged(current),
    setPlugged,
    place: (device) =>
      anew(() => {
        current = device;
      }),
    anew,
  };
}
