import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { classifyScan, type ScanMeaning } from '../../contract/domain/scan.ts';
import { useStation } from './station-context.tsx';
import { listenForWedge } from './wedge-listener.ts';

/** Answers whether it knew what to do with the code. */
export type ScanListener = (meaning: ScanMeaning) => boolean;

/** The step on screen is asked first, the desk around it last. */
export type ScanLayer = 'step' | 'desk';

const LAYERS: readonly ScanLayer[] = ['step', 'desk'];

interface Entry {
  readonly layer: ScanLayer;
  readonly listener: ScanListener;
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
      const meaning = classifyScan(text);
      for (const layer of LAYERS) {
        for (const entry of [...entries]) if (entry.layer === layer && entry.listener(meaning)) return;
      }
    },
  };
}

function useScansContext(): Scans {
  const scans = useContext(ScansContext);
  if (!scans) throw new Error('no ScansProvider above this component');
  return scans;
}

/** For a code that was read in the face itself, as by a camera. */
export function useTellScan(): (text: string) => void {
  return useScansContext().tell;
}

/** Calls the newest `listener` for every code scanned while this component is on screen. */
export function useScans(layer: ScanLayer, listener: ScanListener): void {
  const { add } = useScansContext();
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => add({ layer, listener: (meaning) => newest.current(meaning) }), [add, layer]);
}
