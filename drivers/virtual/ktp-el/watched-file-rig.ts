import { type WatchedFile, WatchedFileError } from '../../ktp-el/watched-file.ts';
import { createListeners } from '../../listeners.ts';

/** A file that is nothing but text, for practice and tests. Each change resolves once whoever watches had time to look. */
export interface WatchedFileRig {
  readonly file: WatchedFile;
  append(text: string): Promise<void>;
  /** The same file with other content. */
  truncate(text: string): Promise<void>;
  /** Another file under the same name; null takes it away. */
  replace(text: string | null): Promise<void>;
  setBroken(broken: boolean): void;
  isClosed(): boolean;
}

export function createWatchedFileRig(start: string | null): WatchedFileRig {
  const changes = createListeners<void>();
  let content = start === null ? null : Buffer.from(start);
  let identity = 1;
  let broken = false;
  let closed = false;

  return {
    file: {
      async read(offset, length) {
        if (broken) throw new WatchedFileError('Locked');
        if (content === null) return null;
        const bytes = Uint8Array.from(content.subarray(offset, offset + length));
        return { identity: String(identity), size: content.length, bytes };
      },
      onChanged: changes.add,
      async close() {
        closed = true;
      },
    },
    append: (text) => change(Buffer.concat([content ?? Buffer.alloc(0), Buffer.from(text)])),
    truncate: (text) => change(Buffer.from(text)),
    replace(text) {
      identity += 1;
      return change(text === null ? null : Buffer.from(text));
    },
    setBroken(next) {
      broken = next;
    },
    isClosed: () => closed,
  };

  async function change(next: Buffer<ArrayBuffer> | null) {
    content = next;
    changes.emit();
    // Every read settles in a few microtasks.
    for (let turn = 0; turn < 100; turn += 1) await null;
  }
}
