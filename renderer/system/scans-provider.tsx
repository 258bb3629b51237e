import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStation } from './station-context.tsx';
import { listenForWedge } from './wedge-listener.ts';

/** The step on screen is asked first, the desk around it last. */
export type ScanLayer = 'step' | 'desk';

const LAYERS: readonly ScanLayer[] = ['step', 'desk'];

interface Entry {
  readonly layer: ScanLayer;
  /** Answers whether it knew what to do with the code. */
  readonly hear: (text: string) => boolean;
}

interface Scans {
  /** Answers how to stop. */
  readonly add: (entry: Entry) => () => void;
  readonly tell: (text: string) => void;
}

const ScansContext = createContext<Scans | null>(null);

/**
 * Hands on every code that is scanned, whether a scanner types it or the station reports it. While nobody listens, as on
 * the lock screen, codes are dropped; one that was typed reaches no field in any case.
 */
export function ScansProvider({ children }: { children: ReactNode }) {
  const { link } = useStation();
  const [scans] = useState(createScans);

  useEffect(() => {
    const { tell } = scans;
    const stopWedge = listenForWedge(window, tell);
    const stopEvents = link.onEvent((event) => {
      if (event.type === 'scanned') tell(event.scan.text);
    });
    return () => {
      stopWedge();
      stopEvents();
    };
  }, [link, scans]);

  return <ScansContext value={scans}>{children}</ScansContext>;
}

function createScans(): Scans {
  const entries = new Set<Entry>();
  return {
    add(entry) {
      entries.add(entry);
      return () => void entries.delete(entry);
    },
    tell(text) {
      for (const layer of LAYERS) {
        for (const entry of [...entries]) if (entry.layer === layer && entry.hear(text)) return;
      }
    },
  };
}

export function useScansContext(): Scans {
  const scans = useContext(ScansContext);
  if (!scans) throw new Error('no ScansProvider above this component');
  return scans;
}
