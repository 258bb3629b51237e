/** Makes a trouble, or takes it back. */
export type MakeTrouble = (on: boolean) => void | Promise<void>;

/** What ails a device: one thing at a time, so that what the kiosk says of it has one cause. */
export interface OneTrouble<Name> {
  now(): Name | null;
  /** Takes back what ails the device and makes something else; null leaves it well. */
  set(next: Name | null): Promise<void>;
}

export function createOneTrouble<Name extends string>(
  make: Readonly<Record<Name, MakeTrouble>>,
): OneTrouble<Name> {
  let current: Name | null = null;
  return {
    now: () => current,
    async set(next) {
      const before = current;
      current = next;
      if (before === next) return;
      if (before !== null) await make[before](false);
      if (next !== null) await make[next](true);
    },
  };
}
