import type { Clock } from '../../clock.ts';
import { createListeners } from '../../listeners.ts';
import type { HidDeviceInfo, HidTransport } from '../../transport/hid-transport.ts';
import { watchTransfer } from '../../transport/transfer-wait.ts';
import { TransportError } from '../../transport/transport-error.ts';
import type { TransferOptions } from '../../transport/usb-transport.ts';
import type { VirtualHidDevice } from './virtual-hid-device.ts';

export interface VirtualHidTransport {
  readonly transport: HidTransport;
  /** The device left the bus. */
  lose(): void;
}

export interface VirtualHidTransportOptions {
  readonly clock: Clock;
  readonly device: VirtualHidDevice;
  readonly info: HidDeviceInfo;
  /** How long the device lets what is sent to it wait, in milliseconds. */
  readonly delayMs: () => number;
  /** A report has been handed over. */
  readonly passed: () => void;
  readonly closed: () => void;
}

/** The host's half of one open device. */
export function createVirtualHidTransport(options: VirtualHidTransportOptions): VirtualHidTransport {
  const { clock, device, info } = options;
  const reports = createListeners<Uint8Array>();
  const gone = createListeners<void>();
  const waiting = new Set<(error: TransportError) => void>();
  let ended: TransportError | null = null;
  const stopReports = device.onReport((report) => {
    if (ended) return;
    reports.emit(report.slice());
    options.passed();
  });

  return {
    transport: {
      device: info,
      onReport: reports.add,
      onGone: gone.add,
      async sendFeature(report, transfer) {
        check(transfer, report.length);
        await delay(transfer);
        if (device.setFeature(report.slice()) === 'stall') throw stalled();
      },
      async getFeature(reportId, length, transfer) {
        check(transfer, length);
        await delay(transfer);
        const answer = device.getFeature(reportId);
        if (answer === 'stall') throw stalled();
        return answer.slice(0, length);
      },
      async sendOutput(report, transfer) {
        check(transfer, report.length);
        await delay(transfer);
        if (device.setOutput(report.slice()) === 'stall') throw stalled();
      },
      async close() {
        if (ended) return;
        end(new TransportError('gone', 'The transport was closed'));
        options.closed();
      },
    },
    lose() {
      if (ended) return;
      end(new TransportError('gone', 'The device left the bus'));
      gone.emit();
    },
  };

  function end(error: TransportError) {
    ended = error;
    stopReports();
    for (const fail of [...waiting]) fail(error);
  }

  async function delay(transfer: TransferOptions): Promise<void> {
    const delayMs = options.delayMs();
    if (delayMs === 0) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (end: () => void) => {
        stopWatching();
        cancelDelay();
        waiting.delete(fail);
        end();
      };
      const fail = (error: TransportError) => settle(() => reject(error));
      const stopWatching = watchTransfer(clock, transfer, fail);
      const cancelDelay = clock.after(delayMs, () => settle(resolve));
      waiting.add(fail);
    });
  }

  function check(transfer: TransferOptions, length: number) {
    if (ended) throw ended;
    if (length < 1) throw new TransportError('protocol', 'A report has at least its number');
    if (transfer.signal?.aborted) {
      throw new TransportError('aborted', 'Aborted', { cause: transfer.signal.reason });
    }
    // Refuses a deadline no transfer can have, as every bus does.
    watchTransfer(clock, transfer, () => {})();
  }
}

function stalled(): TransportError {
  return new TransportError('stall', 'The device answered STALL', { bytesWritten: 0 });
}
