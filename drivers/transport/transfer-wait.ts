import type { Clock } from '../clock.ts';
import { TransportError } from './transport-error.ts';
import type { TransferOptions } from './usb-transport.ts';

/**
 * Runs `onEnd` with a `timeout` or `aborted` error when the deadline passes or the signal fires.
 * The returned function stops watching.
 */
export function watchTransfer(
  clock: Clock,
  options: TransferOptions,
  onEnd: (error: TransportError) => void,
): () => void {
  if (!(options.deadlineMs >= 1)) {
    throw new RangeError(`Expected a deadline of at least 1 ms, got ${options.deadlineMs}`);
  }
  const abort = () => {
    stop();
    onEnd(
      new TransportError('aborted', 'The caller aborted the transfer', { cause: options.signal?.reason }),
    );
  };
  const cancel = clock.after(options.deadlineMs, () => {
    stop();
    onEnd(new TransportError('timeout', `No completion within ${options.deadlineMs} ms`));
  });
  const stop = () => {
    cancel();
    options.signal?.removeEventListener('abort', abort);
  };
  options.signal?.addEventListener('abort', abort, { once: true });
  return stop;
}
