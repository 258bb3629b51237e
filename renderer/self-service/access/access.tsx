import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { Entry } from '../visit.ts';
import type { ScanSpeed } from './scan-speed.ts';

export interface Access {
  /** The ring moves by itself, and one switch chooses. */
  readonly scanning: boolean;
  readonly speed: ScanSpeed;
  /** Every screen is read aloud when it comes. */
  readonly readAloud: boolean;
  readonly setScanning: (on: boolean) => void;
  readonly setSpeed: (speed: ScanSpeed) => void;
  readonly setReadAloud: (on: boolean) => void;
}

const AccessContext = createContext<Access | null>(null);

/** How this citizen reaches the screen. Gone with the visit. */
export function AccessProvider({ entry, children }: { entry: Entry; children: ReactNode }) {
  const [scanning, setScanning] = useState(false);
  const [speed, setSpeed] = useState<ScanSpeed>('medium');
  const [readAloud, setReadAloud] = useState(false);
  // Drawn before it is shown: only then is known how the visit begins.
  useLayoutEffect(() => setScanning(entry === 'scanning'), [entry]);
  const access = useMemo(
    () => ({ scanning, speed, readAloud, setScanning, setSpeed, setReadAloud }),
    [scanning, speed, readAloud],
  );
  return <AccessContext value={access}>{children}</AccessContext>;
}

export function useAccess(): Access {
  const access = useContext(AccessContext);
  if (!access) throw new Error('no AccessProvider above this component');
  return access;
}
