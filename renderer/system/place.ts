import { useSyncExternalStore } from 'react';
import { GENERAL_TOPICS, type Reading, SERVICE_TOPICS } from '../catalog-reading/topics.ts';

/** Which screen the counter shows. Kept in the address, so that a reloaded page comes back to the same work. */
export type Place =
  | { readonly name: 'home' | 'drafts' | 'applications' | 'outbox' | 'devices' }
  /** `reading` is null where everything that can be read is listed. */
  | { readonly name: 'information'; readonly reading: Reading | null }
  | { readonly name: 'flow'; readonly draftId: string };

export function readPlace(hash: string): Place {
  const [name, id, ...rest] = hash.replace(/^#\/?/, '').split('/');
  if (name === 'flow' && id) return { name, draftId: id };
  if (name === 'drafts' || name === 'applications' || name === 'outbox' || name === 'devices')
    return { name };
  if (name === 'information') return { name, reading: readReading(id, rest) };
  return { name: 'home' };
}

function readReading(kind: string | undefined, [key, part]: readonly string[]): Reading | null {
  if (kind === 'service' && key) {
    const topic = SERVICE_TOPICS.find((each) => each === part);
    return topic ? { name: 'service-topic', serviceKey: key, topic } : { name: 'service', serviceKey: key };
  }
  const topic = kind === 'general' ? GENERAL_TOPICS.find((each) => each === key) : undefined;
  return topic ? { name: 'general-topic', topic } : null;
}

export function writePlace(place: Place): string {
  if (place.name === 'flow') return `#/flow/${place.draftId}`;
  if (place.name === 'information' && place.reading) return `#/information/${writeReading(place.reading)}`;
  return `#/${place.name}`;
}

function writeReading(reading: Reading): string {
  switch (reading.name) {
    case 'service':
      return `service/${reading.serviceKey}`;
    case 'service-topic':
      return `service/${reading.serviceKey}/${reading.topic}`;
    case 'general-topic':
      return `general/${reading.topic}`;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function usePlace(): Place {
  return readPlace(useSyncExternalStore(subscribe, () => window.location.hash));
}

export function goTo(place: Place): void {
  window.location.hash = writePlace(place);
}
