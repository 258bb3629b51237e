import { setFlagsFromString } from 'node:v8';

/** The heap of central is some 20 MB: it may grow to five times what was in use before it is looked through. */
const GROWING_PERCENT = 400;

/**
 * Bundles are large buffers that live for milliseconds. V8 counts them to the heap and, as it comes, looks through all of
 * the heap after every eighth bundle, which takes half the processor time of central. With this it does so after some
 * hundred megabytes of them.
 */
export function collectSeldom(): void {
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
}
