import type { Clock } from '../../clock.ts';
import { createListeners } from '../../listeners.ts';
import { watchTransfer } from '../../transport/transfer-wait.ts';
import { TransportError } from '../../transport/transport-error.ts';
import type {
  TransferOptions,
  UsbDeviceInfo,
  UsbEndpointInfo,
  UsbTransport,
} from '../../transport/usb-transport.ts';
import type { VirtualUsbDevice } from './virtual-usb-device.ts';

export interface VirtualTransport {
  readonly transport: UsbTransport;
  /** The device left the bus. */
  lose(): void;
}

export interface VirtualTransportOptions {
  readonly clock: Clock;
  readonly device: VirtualUsbDevice;
  readonly info: UsbDeviceInfo;
  readonly interfaceNumber: number;
  /** How long the device lets whatever is sent to it wait, in milliseconds. */
  readonly delayMs: () => number;
  /** Bulk bytes the device may still take before the plug is pulled. */
  readonly takes: () => number;
  readonly took: (bytes: number) => void;
  readonly closed: () => void;
}

interface Pending {
  /** Moves packets until the transfer ends or the device says NAK. */
  advance(): void;
  fail(error: TransportError): void;
}

/** The host controller's half of one open device: cuts transfers into packets and retries what was NAKed. */
export function createVirtualTransport(options: VirtualTransportOptions): VirtualTransport {
  const { clock, device, info, interfaceNumber } = options;
  const endpoints =
    info.interfaces.find((candidate) => candidate.number === interfaceNumber)?.endpoints ?? [];
  /** By endpoint, and for a control transfer by itself: the system makes those wait for each other. */
  const pending = new Map<object, Pending>();
  const gone = createListeners<void>();
  let ended: TransportError | null = null;
  const stopReady = device.onReady(() => {
    for (const transfer of [...pending.values()]) transfer.advance();
  });

  const transport: UsbTransport = {
    device: info,
    async controlIn(setup, length, transfer) {
      checkControl(transfer);
      await delay(transfer);
      const answer = device.controlIn(setup);
      if (answer === 'stall') throw stalled(0);
      return answer.slice(0, length);
    },
    async controlOut(setup, bytes, transfer) {
      checkControl(transfer);
      await delay(transfer);
      if (device.controlOut(setup, bytes) === 'stall') throw stalled(0);
    },
    async transferIn(number, length, transfer) {
      const endpoint = claim(number, 'in');
      if (!(length > 0)) throw new TransportError('protocol', `Expected a length above 0, got ${length}`);
      const parts: number[] = [];
      return await run<Uint8Array>(
        endpoint,
        transfer,
        () => 0,
        (finish, fail) => {
          for (;;) {
            const packet = device.packetIn(number);
            if (packet === 'nak') return;
            if (packet === 'stall') return fail(stalled(0));
            if (parts.length + packet.length > length) {
              return fail(new TransportError('babble', 'The device sent more than was asked for'));
            }
            parts.push(...packet);
            if (packet.length < endpoint.packetSize || parts.length === length)
              return finish(Uint8Array.from(parts));
          }
        },
      );
    },
    async transferOut(number, bytes, transfer) {
      const endpoint = claim(number, 'out');
      let offset = 0;
      await run<void>(
        endpoint,
        transfer,
        () => offset,
        (finish, fail) => {
          while (offset < bytes.length) {
            const size = Math.min(endpoint.packetSize, bytes.length - offset, options.takes());
            const handshake = device.packetOut(number, bytes.slice(offset, offset + size));
            if (handshake === 'nak') return;
            if (handshake === 'stall') return fail(stalled(offset));
            offset += size;
            options.took(size);
            if (ended) return;
          }
          finish();
        },
        options.delayMs(),
      );
    },
    // An aborted write is taken back at once.
    async endWrites() {},
    async close() {
      if (ended) return;
      end(new TransportError('gone', 'The transport was closed'));
      options.closed();
    },
    onGone: gone.add,
  };

  return {
    transport,
    lose() {
      if (ended) return;
      end(new TransportError('gone', 'The device left the bus'));
      gone.emit();
    },
  };

  function checkControl(transfer: TransferOptions) {
    if (ended) throw ended;
    if (transfer.signal?.aborted)
      throw new TransportError('aborted', 'Aborted', { cause: transfer.signal.reason });
  }

  function claim(number: number, direction: 'in' | 'out'): UsbEndpointInfo {
    if (ended) throw ended;
    const endpoint = endpoints.find(
      (candidate) => candidate.number === number && candidate.direction === direction,
    );
    if (!endpoint)
      throw new TransportError('protocol', `The claimed interface has no ${direction} endpoint ${number}`);
    if (pending.has(endpoint))
      throw new TransportError('busy', `A transfer is already pending on endpoint ${number}`);
    return endpoint;
  }

  async function delay(transfer: TransferOptions): Promise<void> {
    const delayMs = options.delayMs();
    if (delayMs === 0) return;
    const nothing = () => 0;
    await run<void>({}, transfer, nothing, (finish) => finish(), delayMs);
  }

  function run<Value>(
    endpoint: object,
    transfer: TransferOptions,
    moved: () => number,
    advance: (finish: (value: Value) => void, fail: (error: TransportError) => void) => void,
    delayMs = 0,
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (transfer.signal?.aborted) {
        return reject(
          new TransportError('aborted', 'Aborted', { bytesWritten: 0, cause: transfer.signal.reason }),
        );
      }
      const settle = (end: () => void) => {
        if (pending.get(endpoint) !== entry) return;
        pending.delete(endpoint);
        stop();
        cancelDelay();
        end();
      };
      const fail = ({ kind, message, cause }: TransportError) =>
        settle(() => reject(new TransportError(kind, message, { bytesWritten: moved(), cause })));
      let advancing = false;
      let delayed = delayMs > 0;
      const entry: Pending = {
        advance: () => {
          // Taking a packet can make the device ready for another, which would start this transfer's loop again.
          if (advancing || delayed || pending.get(endpoint) !== entry) return;
          advancing = true;
          advance((value) => settle(() => resolve(value)), fail);
          advancing = false;
        },
        fail,
      };
      const stop = watchTransfer(clock, transfer, fail);
      const takeAfterAll = () => {
        delayed = false;
        entry.advance();
      };
      const cancelDelay = delayed ? clock.after(delayMs, takeAfterAll) : () => {};
      pending.set(endpoint, entry);
      entry.advance();
    });
  }

  function end(error: TransportError) {
    ended = error;
    stopReady();
    for (const transfer of [...pending.values()]) transfer.fail(error);
  }
}

function stalled(bytesWritten: number): TransportError {
  return new TransportError('stall', 'The device answered STALL', { bytesWritten });
}
