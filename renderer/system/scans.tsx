import { useEffect, useRef } from 'react';
import { classifyScan, type ScanMeaning } from '../../contract/domain/scan.ts';
import { type ScanLayer, useScansContext } from './scans-provider.tsx';

/** Answers whether it knew what to do with the code. */
export type ScanListener = (meaning: ScanMeaning) => boolean;

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
  useEffect(() => add({ layer, hear: (text) => newest.current(classifyScan(text)) }), [add, layer]);
}
