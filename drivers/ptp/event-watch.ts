import { type Clock, pause } from '../clock.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbTransport } from '../transport/usb-transport.ts';

/** Bounds how long a closed link can stay in the system's USB stack. */
const READ_DEADLINE_MS = 1_000;
/** A camera that answers reads with empty packets must not make the loop spin. */
const EMPTY_READ_REST_MS = 50;

export interface EventWatchOptions {
  readonly transport: UsbTransport;
  readonly endpoint: number;
  readonly packetSize: number;
  readonly clock: Clock;
  readonly closing: AbortSignal;
  /** Never empty. */
  readonly onPacket: (packet: Uint8Array) => void;
  /** Called once, with why no packet will come any more. */
  readonly onFailed: (error: unknown) => void;
}

/** Reads the interrupt endpoint until `closing` fires or a read fails. Never rejects. */
export async function watchEvents(options: EventWatchOptions): Promise<void> {
  const { transport, clock, closing } = options;
  const read = { deadlineMs: READ_DEADLINE_MS, signal: closing };
  while (!closing.aborted) {
    try {
      const packet = await transport.transferIn(options.endpoint, options.packetSize, read);
      if (packet.length === 0) await pause(clock, EMPTY_READ_REST_MS, closing);
      else options.onPacket(packet);
    } catch (error) {
      if (error instanceof TransportError && error.kind === 'timeout') continue;
      if (!closing.aborted) options.onFailed(error);
      return;
    }
  }
}
