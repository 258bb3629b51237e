import { type Clock, pause } from '../clock.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbEndpointInfo, UsbTransport } from '../transport/usb-transport.ts';
import { type CcidNotification, decodeNotification } from './ccid-notification.ts';

/** Bounds how long a closed link can stay in the system's USB stack. */
const READ_DEADLINE_MS = 1_000;
/** Failures in a row before the endpoint is left alone and slots are looked into instead. */
const MOST_FAILURES = 3;

export interface NotificationListenerOptions {
  readonly transport: UsbTransport;
  /** Null when the reader has none. */
  readonly endpoint: UsbEndpointInfo | null;
  readonly slots: number;
  readonly clock: Clock;
  /** Rest after a failure or a message without meaning. */
  readonly restMs: number;
  readonly ended: AbortSignal;
  readonly fail: (error: unknown) => void;
  readonly onNotification: (notification: CcidNotification) => void;
}

export interface NotificationListener {
  isListening(): boolean;
  /** Resolves when nothing is pending; never rejects. */
  readonly ended: Promise<void>;
}

/** Reads the interrupt endpoint until `ended` fires. A reader whose endpoint fails is still good for all else. */
export function listenForNotifications(options: NotificationListenerOptions): NotificationListener {
  const { transport, endpoint, clock, ended } = options;
  let listening = endpoint !== null;
  return { isListening: () => listening, ended: endpoint === null ? Promise.resolve() : listen(endpoint) };

  async function listen(interrupt: UsbEndpointInfo): Promise<void> {
    for (let failures = 0; listening && !ended.aborted; ) {
      const heard = await hear(interrupt);
      if (heard === 'notification') failures = 0;
      if (heard === 'nothing' || heard === 'notification') continue;
      failures += 1;
      if (failures >= MOST_FAILURES) listening = false;
      else await pause(clock, options.restMs, ended);
    }
  }

  async function hear(interrupt: UsbEndpointInfo): Promise<'notification' | 'nothing' | 'failure'> {
    try {
      const read = { deadlineMs: READ_DEADLINE_MS, signal: ended };
      const bytes = await transport.transferIn(interrupt.number, interrupt.packetSize, read);
      const notification = decodeNotification(bytes, options.slots);
      if (notification) options.onNotification(notification);
      return notification ? 'notification' : 'failure';
    } catch (error) {
      if (error instanceof TransportError && error.kind === 'timeout') return 'nothing';
      if (error instanceof TransportError && error.kind === 'gone') options.fail(error);
      return 'failure';
    }
  }
}
