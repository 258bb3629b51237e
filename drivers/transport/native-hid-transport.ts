import type { Clock } from '../clock.ts';
import { createListeners } from '../listeners.ts';
import type { HidDeviceInfo, HidTransport } from './hid-transport.ts';
import type { NativeHidDevice } from './native-hid.ts';
import { toHidError } from './native-hid-error.ts';
import { watchTransfer } from './transfer-wait.ts';
import { TransportError } from './transport-error.ts';
import type { TransferOptions } from './usb-transport.ts';

export interface NativeHidTransport {
  readonly transport: HidTransport;
  /** The bus saw the device leave. */
  lose(): void;
}

/** Puts an opened device of the `node-hid` package behind the seam. `ended` is told once, whoever ended it. */
export function createNativeHidTransport(
  native: NativeHidDevice,
  device: HidDeviceInfo,
  clock: Clock,
  ended: (reason: 'closed' | 'gone') => void,
): NativeHidTransport {
  const reports = createListeners<Uint8Array>();
  const gone = createListeners<void>();
  const pending = new Set<(error: TransportError) => void>();
  let end: TransportError | null = null;
  let closed: Promise<void> | null = null;
  /** The library does one thing at a time per device, and cannot cancel what was given up. */
  let lastCall: Promise<unknown> = Promise.resolve();

  native.on('data', (report) => {
    if (!end) reports.emit(Uint8Array.from(report));
  });
  native.on('error', () => lose());
  /** The library starts to read in the next turn, and throws into nobody's hands when it is closed by then. */
  const started = new Promise<void>((resolve) => process.nextTick(resolve));

  return {
    transport: {
      device,
      onReport: reports.add,
      onGone: gone.add,
      async sendFeature(report, options) {
        const sent = await run(options, () => native.sendFeatureReport(Buffer.from(report)));
        expectAll(sent, report.length);
      },
      getFeature: (reportId, length, options) =>
        run(options, async () => {
          const answer = Uint8Array.from(await native.getFeatureReport(reportId, length));
          if (answer.length > length)
            throw new TransportError('babble', `${answer.length} bytes for ${length}`);
          return answer;
        }),
      async sendOutput(report, options) {
        const sent = await run(options, () => native.write(Buffer.from(report)));
        expectAll(sent, report.length);
      },
      close() {
        if (!end) finish(new TransportError('gone', 'The transport was closed'), 'closed');
        return closeNative();
      },
    },
    lose,
  };

  function lose() {
    if (end) return;
    finish(new TransportError('gone', 'The device left the bus'), 'gone');
    closeNative().catch(() => {});
    gone.emit();
  }

  function finish(error: TransportError, reason: 'closed' | 'gone') {
    end = error;
    for (const fail of [...pending]) fail(error);
    ended(reason);
  }

  function closeNative(): Promise<void> {
    closed ??= started.then(() => native.close()).catch(() => {});
    return closed;
  }

  function run<Value>(options: TransferOptions, start: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (end) return reject(end);
      if (options.signal?.aborted) {
        return reject(new TransportError('aborted', 'Aborted', { cause: options.signal.reason }));
      }
      const settle = (done: () => void) => {
        pending.delete(fail);
        stop();
        done();
      };
      const fail = (error: TransportError) => settle(() => reject(error));
      const stop = watchTransfer(clock, options, fail);
      pending.add(fail);
      const work = lastCall.then(() => {
        if (!pending.has(fail)) throw new TransportError('aborted', 'Given up before its turn');
        return start();
      });
      lastCall = work.catch(() => {});
      work.then(
        (value) => settle(() => resolve(value)),
        (error: unknown) => fail(toHidError(error)),
      );
    });
  }
}

function expectAll(sent: number, length: number) {
  if (sent >= 0 && sent < length) {
    throw new TransportError('protocol', `The device took ${sent} of ${length} bytes`, {
      bytesWritten: sent,
    });
  }
}
