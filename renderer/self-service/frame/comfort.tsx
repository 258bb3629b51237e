import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** `largest` is twice `normal`. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Of the loudest the speaker gives: for headphones, for a quiet hall, for a full one. */
export const VOLUMES = [0.3, 0.65, 1] as const;
const FIRST_VOLUME = 1;

interface Comfort {
  readonly text: TextSize;
  readonly highContrast: boolean;
  /** Place in `VOLUMES`. */
  readonly volume: number;
  readonly nextVolume: () => void;
  readonly nextText: () => void;
  readonly switchContrast: () => void;
}

const ComfortContext = createContext<Comfort | null>(null);

/** How this citizen reads best. Gone with the visit. */
export function ComfortProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState<TextSize>('normal');
  const [volume, setVolume] = useState(FIRST_VOLUME);
  const [highContrast, setHighContrast] = useState(false);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (text !== 'normal') dataset.text = text;
    if (highContrast) dataset.contrast = 'high';
    return () => {
      delete dataset.text;
      delete dataset.contrast;
    };
  }, [text, highContrast]);
  const comfort = useMemo(
    () => ({
      text,
      highContrast,
      volume,
      nextVolume: () => setVolume((last) => (last + 1) % VOLUMES.length),
      nextText: () => setText((last) => TEXT_SIZES[TEXT_SIZES.indexOf(last) + 1] ?? 'normal'),
      switchContrast: () => setHighContrast((last) => !last),
    }),
    [text, highContrast, volume],
  );
  return <ComfortContext value={comfort}>{children}</ComfortContext>;
}

export function useComfort(): Comfort {
  const comfort = useContext(ComfortContext);
  if (!comfort) throw new Error('no ComfortProvider above this component');
  return comfort;
}
