import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { createCodeReader } from './code-reader.ts';

/** Between two looks, so that reading never takes more than half of one processor from the rest. */
const PAUSE_MS = 120;

export interface CodeReading {
  /** The reader could not be loaded or stopped answering. */
  readonly failed: boolean;
  readonly retry: () => void;
}

/**
 * Looks for a code in the live picture while `active`, and calls `onFound` once for each code that comes into sight.
 * The reader is loaded when this is first on screen and leaves with it.
 */
export function useCodeReading(
  videoRef: RefObject<HTMLVideoElement | null>,
  active: boolean,
  onFound: (text: string) => void,
): CodeReading {
  const [failed, setFailed] = useState(false);
  const found = useRef(onFound);
  found.current = onFound;

  useEffect(() => {
    if (!active || failed) return;
    const worker = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' });
    const reader = createCodeReader({ worker, schedule });
    let left = false;
    let last: string | null = null;
    let cancel: () => void = () => {};
    async function look(): Promise<void> {
      const frame = await grab(videoRef.current);
      if (left) return frame?.close();
      const text = frame ? await reader.read(frame) : null;
      if (left) return;
      if (text !== null && text !== last) found.current(text);
      last = text;
      cancel = schedule(run, PAUSE_MS);
    }
    function run(): void {
      look().catch(() => {
        if (!left) setFailed(true);
      });
    }
    run();
    return () => {
      left = true;
      cancel();
      reader.close();
    };
  }, [active, failed, videoRef]);

  return { failed, retry: useCallback(() => setFailed(false), []) };
}

/** The frame on screen; null while there is none. */
async function grab(video: HTMLVideoElement | null): Promise<ImageBitmap | null> {
  if (!video || video.videoWidth === 0) return null;
  return await createImageBitmap(video).catch(() => null);
}

function schedule(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
