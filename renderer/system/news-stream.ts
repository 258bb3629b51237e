import { useCallback, useEffect, useRef, useState } from 'react';

export interface NewsStream<News> {
  /** The newest of what the station told; null before the first. */
  readonly news: News | null;
  /** Why the stream broke off, when it did. */
  readonly error: unknown;
  /** Opens the stream, in place of one that is open. */
  start(open: (signal: AbortSignal) => Promise<AsyncIterable<News>>): void;
  /** Closes the stream and forgets what was told. */
  clear(): void;
}

/** Work of the station as it goes on. Leaving the screen closes the stream, and the station ends the work. */
export function useNewsStream<News>(): NewsStream<News> {
  const [state, setState] = useState<{ news: News | null; error: unknown }>({ news: null, error: null });
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const start = useCallback(
    (open: (signal: AbortSignal) => Promise<AsyncIterable<News>>) => {
      stop();
      const controller = new AbortController();
      running.current = controller;
      const show = (next: { news: News | null; error: unknown }) => {
        if (!controller.signal.aborted) setState(next);
      };
      show({ news: null, error: null });
      const read = async () => {
        for await (const news of await open(controller.signal)) show({ news, error: null });
      };
      read().catch((error: unknown) => show({ news: null, error }));
    },
    [stop],
  );
  const clear = useCallback(() => {
    stop();
    setState({ news: null, error: null });
  }, [stop]);
  return { ...state, start, clear };
}
