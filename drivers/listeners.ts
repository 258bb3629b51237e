export type Unsubscribe = () => void;

export interface Listeners<Value> {
  add(listener: (value: Value) => void): Unsubscribe;
  emit(value: Value): void;
}

/** A set of listeners called in the order they were added; one may remove itself while being called. */
export function createListeners<Value>(): Listeners<Value> {
  const entries = new Set<{ listener: (value: Value) => void }>();
  return {
    add(listener) {
      const entry = { listener };
      entries.add(entry);
      return () => entries.delete(entry);
    },
    emit(value) {
      for (const entry of [...entries]) if (entries.has(entry)) entry.listener(value);
    },
  };
}
