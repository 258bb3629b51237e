import type { StationEvent } from '../contract/station/system.ts';

export interface StationEvents {
  /** Call after the commit the event tells about. */
  publish(event: StationEvent): void;
  /** Answers a function that ends the subscription. */
  subscribe(listener: (event: StationEvent) => void): () => void;
}

export function createStationEvents(): StationEvents {
  const listeners = new Set<(event: StationEvent) => void>();
  return {
    publish(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      const own = (event: StationEvent) => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
