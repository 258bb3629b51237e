import type { CodeAnswer, CodeRequest } from './code-messages.ts';

export class CodeReaderError extends Error {
  override readonly name = 'CodeReaderError';
  readonly kind: 'failed' | 'silent' | 'closed';

  constructor(kind: CodeReaderError['kind']) {
    super(`the code reader is ${kind}`);
    this.kind = kind;
  }
}

/** The part of a `Worker` that is needed. */
export interface CodeWorker {
  onmessage: ((event: MessageEvent<CodeAnswer>) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
  postMessage(request: CodeRequest, transfer: Transferable[]): void;
  terminate(): void;
}

export interface CodeReader {
  /** The text of a code in the frame, which is given away; null when there is none. Rejects with `CodeReaderError`. */
  read(frame: ImageBitmap): Promise<string | null>;
  close(): void;
}

export interface CodeReaderOptions {
  readonly worker: CodeWorker;
  /** Runs later; returns how to cancel. */
  readonly schedule: (run: () => void, milliseconds: number) => () => void;
}

/** A frame takes tens of milliseconds and loading the reader a second, on a slow machine a few. */
const PATIENCE_MS = 10_000;

interface Waiting {
  readonly resolve: (text: string | null) => void;
  readonly reject: (error: CodeReaderError) => void;
  readonly cancel: () => void;
}

/** Reads codes in a thread of their own, so that the screen never waits for them. */
export function createCodeReader({ worker, schedule }: CodeReaderOptions): CodeReader {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: CodeReaderError | null = null;

  function take(number: number): Waiting | undefined {
    const found = waiting.get(number);
    waiting.delete(number);
    found?.cancel();
    return found;
  }

  function end(error: CodeReaderError): void {
    ended ??= error;
    for (const number of [...waiting.keys()]) take(number)?.reject(error);
    worker.terminate();
  }

  worker.onmessage = ({ data: { number, outcome } }) => {
    if (outcome.kind === 'failed') return end(new CodeReaderError('failed'));
    take(number)?.resolve(outcome.text);
  };
  worker.onerror = () => end(new CodeReaderError('failed'));

  return {
    read(frame) {
      if (ended) {
        frame.close();
        return Promise.reject(ended);
      }
      asked += 1;
      const number = asked;
      return new Promise((resolve, reject) => {
        const cancel = schedule(() => end(new CodeReaderError('silent')), PATIENCE_MS);
        waiting.set(number, { resolve, reject, cancel });
        worker.postMessage({ number, frame }, [frame]);
      });
    },
    close: () => end(new CodeReaderError('closed')),
  };
}
