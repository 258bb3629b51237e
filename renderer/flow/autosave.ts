import type { FieldValue } from '../../contract/domain/form.ts';

/**
 * A typed character leaves for the station this long after the first unsent one. With the commit behind it, it is durable
 * well within the second that is promised, and fast typing still makes few commits.
 */
const SEND_AFTER_MS = 300;

/** Pause before a refused or lost save is tried again; short, because the station is restarted in about a second. */
const RETRY_AFTER_MS = 2_000;

export type Values = Readonly<Record<string, FieldValue>>;

export interface AutosaveState {
  /** `saving` from the first unsent character on; `retrying` once a try failed. */
  readonly status: 'saved' | 'saving' | 'retrying';
  /** What was typed and is not durable yet, or is being edited. It goes before what the station knows. */
  readonly typed: Values;
  /** Keys of `typed` that are not durable. */
  readonly unsaved: ReadonlySet<string>;
  readonly error: unknown;
}

/** `Saved` is what the station answers a save with. */
export interface AutosaveOptions<Saved> {
  /** One durable save; rejects when it is not known to be durable. */
  readonly save: (values: Values) => Promise<Saved>;
  readonly onSaved: (saved: Saved) => void;
  /** Runs later; returns how to cancel. */
  readonly schedule: (run: () => void, milliseconds: number) => () => void;
}

export interface Autosave {
  state(): AutosaveState;
  subscribe(listener: () => void): () => void;
  /** A keystroke or a choice. */
  change(values: Values): void;
  /** The finger is in this field: what is typed there is not replaced by an answer until `leave`. */
  enter(key: string): void;
  /** The finger left: what was typed goes at once. */
  leave(key: string): void;
  /** Sends now. Resolves when everything typed so far is durable, rejects when a try fails. */
  flush(): Promise<void>;
  /** Sends nothing more by itself: what was typed is not wanted any longer. */
  close(): void;
}

interface Entry {
  value: FieldValue;
  durable: boolean;
}

interface Flush {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * saved --change--> saving --answer--> saved, or --failure--> retrying --timer--> saving.
 * One save is on its way at a time; what is typed meanwhile goes with the next one. The newest typed value always wins.
 */
export function createAutosave<Saved>({ save, onSaved, schedule }: AutosaveOptions<Saved>): Autosave {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let flushes: Flush[] = [];
  let entered: string | null = null;
  let onItsWay = false;
  let failure: { readonly error: unknown } | null = null;
  let cancelTimer: (() => void) | null = null;
  let closed = false;
  let snapshot = describe();

  function describe(): AutosaveState {
    const unsaved = new Set([...entries].filter(([, entry]) => !entry.durable).map(([key]) => key));
    return {
      status: unsaved.size === 0 ? 'saved' : failure ? 'retrying' : 'saving',
      typed: Object.fromEntries([...entries].map(([key, entry]) => [key, entry.value])),
      unsaved,
      error: failure?.error ?? null,
    };
  }

  function tell(): void {
    snapshot = describe();
    for (const listener of listeners) listener();
  }

  function stopTimer(): void {
    cancelTimer?.();
    cancelTimer = null;
  }

  function sendAfter(milliseconds: number): void {
    if (cancelTimer || onItsWay || closed) return;
    cancelTimer = schedule(() => {
      cancelTimer = null;
      send();
    }, milliseconds);
  }

  function endFlushes(end: (flush: Flush) => void): void {
    const ended = flushes;
    flushes = [];
    for (const flush of ended) end(flush);
  }

  function send(): void {
    if (onItsWay || closed) return;
    stopTimer();
    const batch = [...entries]
      .filter(([, entry]) => !entry.durable)
      .map(([key, { value }]) => ({ key, value }));
    if (batch.length === 0) {
      endFlushes((flush) => flush.resolve());
      return;
    }
    onItsWay = true;
    save(Object.fromEntries(batch.map(({ key, value }) => [key, value]))).then(
      (saved) => settle(batch, saved),
      (error: unknown) => fail(error),
    );
  }

  function settle(batch: readonly { key: string; value: FieldValue }[], saved: Saved): void {
    onItsWay = false;
    failure = null;
    for (const { key, value } of batch) {
      const entry = entries.get(key);
      if (!entry || entry.value !== value) continue;
      if (key === entered) entry.durable = true;
      else entries.delete(key);
    }
    onSaved(saved);
    send();
    tell();
  }

  function fail(error: unknown): void {
    onItsWay = false;
    failure = { error };
    endFlushes((flush) => flush.reject(error));
    sendAfter(RETRY_AFTER_MS);
    tell();
  }

  return {
    state: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(values) {
      for (const [key, value] of Object.entries(values)) entries.set(key, { value, durable: false });
      sendAfter(SEND_AFTER_MS);
      tell();
    },
    enter(key) {
      entered = key;
    },
    leave(key) {
      if (entered === key) entered = null;
      if (entries.get(key)?.durable) entries.delete(key);
      if (!failure) send();
      tell();
    },
    flush() {
      return new Promise((resolve, reject) => {
        flushes.push({ resolve, reject });
        send();
      });
    },
    close() {
      closed = true;
      stopTimer();
      endFlushes((flush) => flush.reject(new Error('closed')));
    },
  };
}
