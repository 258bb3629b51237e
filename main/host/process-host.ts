/** Why a hosted process is gone. */
export type ExitReason =
  /** It ended by itself after `terminate`, within its grace. */
  | { readonly kind: 'stopped' }
  /** It did not end within the grace and was killed. */
  | { readonly kind: 'killed' }
  /** It ended without being asked to. `code` is null when only a signal is known. */
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  /** It never ran. */
  | { readonly kind: 'not-started'; readonly message: string };

export interface HostedModule {
  /** Short name for log lines and task lists, such as `station`. */
  readonly name: string;
  /** Absolute path of a JavaScript module. */
  readonly modulePath: string;
}

/**
 * For the Node of whatever is hosted. New objects live in two spaces of at most 8 MB each: the 67 MB that plain Node comes
 * to while a long queue is sent make nothing faster, and are much for a computer of 4 GB.
 */
export const HEAP_ARGUMENTS: readonly string[] = ['--max-semi-space-size=8'];

export interface HostListener {
  /** One message, structured-cloned and not yet validated. Never called after `exited`. */
  readonly message: (message: unknown) => void;
  /** Called exactly once. */
  readonly exited: (reason: ExitReason) => void;
}

export interface HostedProcess {
  /** Undefined before the process runs and when it never ran. */
  readonly pid: () => number | undefined;
  /** Sends a structured clone. After the end of the process it does nothing. */
  readonly send: (message: unknown) => void;
  /** Waits up to `graceMs` for the process to end by itself, then kills it. 0 kills at once. Never rejects. */
  readonly terminate: (graceMs: number) => Promise<ExitReason>;
}

/** Starts one JavaScript module in a process of its own, with a private message channel and a stripped environment. */
export interface ProcessHost {
  readonly kind: 'utility-process' | 'node-process';
  /** False: `start` may be called before Electron is ready, which saves start-up time. */
  readonly needsElectronReady: boolean;
  readonly start: (module: HostedModule, listener: HostListener) => HostedProcess;
}
