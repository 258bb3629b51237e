/** The shell's only timer for supervision, so that tests can turn it by hand. */
export interface ShellClock {
  /** Calls `run` once after `milliseconds`; the answer cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export const systemShellClock: ShellClock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
