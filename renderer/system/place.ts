import { useSyncExternalStore } from 'react';

/** Which screen the counter shows. Kept in the address, so that a reloaded page comes back to the same work. */
export type Place =
  | { readonly name: 'home' | 'drafts' | 'applications' | 'outbox' | 'devices' }
  | { readonly name: 'flow'; readonly draftId: string };

export function readPlace(hash: string): Place {
  const [name, id] = hash.replace(/^#\/?/, '').split('/');
  if (name === 'flow' && id) return { name, draftId: id };
  if (name === 'drafts' || name === 'applications' || name === 'outbox' || name === 'devices')
    return { name };
  return { name: 'home' };
}

export function writePlace(place: Place): string {
  return place.name === 'flow' ? `#/flow/${place.draftId}` : `#/${place.name}`;
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
