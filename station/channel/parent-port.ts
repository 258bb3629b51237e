import { z } from 'zod';
import type { ShellChannel } from './shell-channel.ts';

/** What Electron puts on `process` in a utility process; the station never imports Electron to say so. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

const parentPortSchema = z.custom<ParentPort>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'postMessage' in value &&
    typeof value.postMessage === 'function' &&
    'on' in value &&
    typeof value.on === 'function',
);

/** The channel of an Electron utility process; null anywhere else. A utility process dies with its shell. */
export function openParentPort(owner: object): ShellChannel | null {
  const port = parentPortSchema.safeParse('parentPort' in owner ? owner.parentPort : undefined);
  if (!port.success) return null;
  return {
    async send(message) {
      port.data.postMessage(message);
    },
    onMessage: (listener) => port.data.on('message', ({ data }) => listener(data)),
    onClosed: () => undefined,
  };
}
