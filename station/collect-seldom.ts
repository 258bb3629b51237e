import { setFlagsFromString } from 'node:v8';

/**
 * Pictures and bundles are large buffers that live for milliseconds. V8 counts them to the heap and, as it comes, looks
 * through all of the heap after every tenth bundle, which takes a third of the processor time of sending. With this they
 * have a limit of their own. Set before anything else is loaded.
 */
export function collectSeldom(): void {
  setFlagsFromString('--external-memory-accounted-in-global-limit');
}
