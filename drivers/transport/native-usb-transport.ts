import { type Clock, pause } from '../clock.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { HELD_BY_PROGRAM, type readBoundDriver } from './bound-driver.ts';
import { toTransportError } from './native-error.ts';
import type { NativeSetup, NativeUsbDevice } from './native-usb.ts';
import { TransportError } from './transport-error.ts';
import type { ControlSetup, TransferOptions, UsbDeviceInfo, UsbTransport } from './usb-transport.ts';

/**
 * How long a closing transport waits for transfers to end by themselves: reads of our drivers last a second at most,
 * and a write ends when the driver has told the device to drop what it holds.
 */
const ENDING_MS = 1_500;

/**
 * A pulled plug shows first as transfers that fail for no good reason; that the device left is told when its hub has
 * noticed, about a quarter of a second later, and udev has passed it on.
 */
const LEAVING_MS = 1_000;

export interface NativeTransportOptions {
  readonly device: NativeUsbDevice;
  readonly info: UsbDeviceInfo;
  readonly interfaceNumber: number;
  readonly clock: Clock;
  readonly boundDriver: typeof readBoundDriver;
  readonly watchGone: (listener: () => void) => Unsubscribe;
}

/** Opens a device of the `usb` package and claims the interface, taking it from the kernel's driver if need be. */
export async function openNativeTransport(options: NativeTransportOptions): Promise<UsbTransport> {
  const { device, info, interfaceNumber, clock, boundDriver, watchGone } = options;
  const gone = createListeners<void>();
  const ending = new AbortController();
  const busy = new Set<string>();
  /** The last native transfer on each endpoint: it outlives an aborted call, since the library cannot cancel it. */
  const leftBehind = new Map<string, Promise<void>>();
  /** Every native transfer not ended yet; the library refuses to close before. */
  const underway = new Set<{ readonly isWrite: boolean; readonly end: Promise<void> }>();
  let hasLeft = false;
  const stopGone = watchGone(() => {
    hasLeft = true;
    if (ending.signal.aborted) return;
    ending.abort(new TransportError('gone', 'The device left the bus'));
    gone.emit();
  });

  try {
    await device.open();
    await claim();
  } catch (error) {
    stopGone();
    await quietly(() => device.close());
    throw toTransportError(error);
  }

  return {
    device: info,
    async controlIn(setup, length, options) {
      const answer = await run(null, options, () =>
        device.nativeControlTransferIn(native(setup), options.deadlineMs, length),
      );
      return answer ?? stalled();
    },
    async controlOut(setup, bytes, options) {
      const written = await run(null, options, () =>
        device.nativeControlTransferOut(native(setup), options.deadlineMs, bytes),
      );
      if (written < 0) stalled();
    },
    async transferIn(endpoint, length, options) {
      const bytes = await run({ direction: 'in', endpoint }, options, () =>
        device.nativeTransferIn(endpoint, options.deadlineMs, length),
      );
      return bytes ?? (await halted('in', endpoint));
    },
    async transferOut(endpoint, bytes, options) {
      const written = await run({ direction: 'out', endpoint }, options, () =>
        device.nativeTransferOut(endpoint, options.deadlineMs, bytes),
      );
      if (written < 0) await halted('out', endpoint);
      if (written < bytes.length) {
        throw new TransportError('protocol', `The device took ${written} of ${bytes.length} bytes`, {
          bytesWritten: written,
        });
      }
    },
    endWrites: () => endTransfers('writes'),
    async close() {
      if (!ending.signal.aborted) ending.abort(new TransportError('gone', 'The transport was closed'));
      stopGone();
      await endTransfers('all');
      const closing = Promise.all([...underway].map(({ end }) => end)).then(async () => {
        await quietly(() => device.releaseInterface(interfaceNumber));
        await quietly(() => device.close());
      });
      if (underway.size === 0) await closing;
    },
    onGone: gone.add,
  };

  async function claim() {
    try {
      await device.claimInterface(interfaceNumber);
    } catch (error) {
      if (toTransportError(error).kind !== 'busy') throw error;
      // On Linux usblp takes every printer and gives way when asked. So would another program, in the middle of its work.
      if ((await boundDriver(device, interfaceNumber)) === HELD_BY_PROGRAM) throw error;
      await device.detachKernelDriver(interfaceNumber).catch(() => {
        throw error;
      });
      await device.claimInterface(interfaceNumber);
    }
  }

  /**
   * Waits for what is underway; what the device holds up for too long is ended by resetting it. Even so it may last until
   * its own deadline: when a plug is pulled the library can miss the end of a transfer.
   */
  async function endTransfers(which: 'writes' | 'all'): Promise<void> {
    const held = () => [...underway].filter(({ isWrite }) => isWrite || which === 'all');
    const wait = async () => {
      if (held().length === 0) return;
      const ended = new AbortController();
      void Promise.all(held().map(({ end }) => end)).then(() => ended.abort());
      await pause(clock, ENDING_MS, ended.signal);
    };
    await wait();
    if (held().length > 0 && !hasLeft) await quietly(() => device.reset());
    await wait();
  }

  async function run<Value>(
    pipe: { direction: 'in' | 'out'; endpoint: number } | null,
    options: TransferOptions,
    start: () => Promise<Value>,
  ): Promise<Value> {
    throwIfEnded(options.signal);
    if (!pipe) return await attempt(null, options, start);
    const key = `${pipe.direction} ${pipe.endpoint}`;
    if (busy.has(key))
      throw new TransportError('busy', `A transfer is already pending on endpoint ${pipe.endpoint}`);
    busy.add(key);
    try {
      const earlier = leftBehind.get(key);
      if (earlier) await abortable(earlier, options.signal);
      throwIfEnded(options.signal);
      return await attempt(pipe, options, () => {
        const work = start();
        leftBehind.set(key, settled(work));
        return work;
      });
    } finally {
      busy.delete(key);
    }
  }

  async function attempt<Value>(
    pipe: { direction: 'in' | 'out'; endpoint: number } | null,
    options: TransferOptions,
    start: () => Promise<Value>,
  ): Promise<Value> {
    try {
      return await abortable(track(start(), pipe?.direction === 'out'), options.signal);
    } catch (error) {
      const failure = toTransportError(error);
      if (failure.kind === 'stall' && pipe) await clearHalt(pipe.direction, pipe.endpoint);
      if (failure.kind === 'protocol') {
        await pause(clock, LEAVING_MS, ending.signal);
        ending.signal.throwIfAborted();
      }
      throw failure;
    }
  }

  function track<Value>(work: Promise<Value>, isWrite: boolean): Promise<Value> {
    const transfer = { isWrite, end: settled(work).then(() => void underway.delete(transfer)) };
    underway.add(transfer);
    return work;
  }

  function throwIfEnded(signal: AbortSignal | undefined) {
    ending.signal.throwIfAborted();
    if (signal?.aborted) throw aborted(signal, 0);
  }

  /** Gives up waiting when the caller aborts or the device goes; the native transfer ends by its own deadline. */
  function abortable<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        signal?.removeEventListener('abort', abort);
        ending.signal.removeEventListener('abort', stop);
        end();
      };
      const abort = () => finish(() => reject(signal && aborted(signal)));
      const stop = () => finish(() => reject(ending.signal.reason));
      signal?.addEventListener('abort', abort, { once: true });
      ending.signal.addEventListener('abort', stop, { once: true });
      work.then(
        (value) => finish(() => resolve(value)),
        (error) => finish(() => reject(error)),
      );
    });
  }

  async function halted(direction: 'in' | 'out', endpoint: number): Promise<never> {
    await clearHalt(direction, endpoint);
    return stalled();
  }

  async function clearHalt(direction: 'in' | 'out', endpoint: number) {
    await quietly(() => track(device.clearHalt(direction, endpoint), false));
  }
}

function aborted(signal: AbortSignal, bytesWritten?: number): TransportError {
  const evidence = { cause: signal.reason, ...(bytesWritten === undefined ? {} : { bytesWritten }) };
  return new TransportError('aborted', 'The caller aborted the transfer', evidence);
}

/** The library fails some calls by throwing at once. Closing must go on whatever fails. */
async function quietly(run: () => Promise<void>) {
  try {
    await run();
  } catch {
    // There is nobody to tell: the device is being let go.
  }
}

function settled(work: Promise<unknown>): Promise<void> {
  return work.then(
    () => {},
    () => {},
  );
}

function stalled(): never {
  throw new TransportError('stall', 'The device answered STALL');
}

function native({ type, ...rest }: ControlSetup): NativeSetup {
  return { requestType: type, ...rest };
}
