import type { TransferOptions, UsbTransport } from '../transport/usb-transport.ts';
import { CameraFailure } from './camera-failure.ts';
import { type ContainerHeader, decodeHeader, HEADER_LENGTH, LONGEST_RESPONSE } from './container.ts';

/** Bytes asked for at a time: often enough for a smooth progress bar, and a power of two for any packet size. */
const PART_LENGTH = 65_536;

export interface Container {
  readonly header: ContainerHeader;
  /** The whole container, header included. */
  readonly bytes: Uint8Array;
}

export interface ContainerWait {
  /** Most data bytes a data container may carry. */
  readonly limit: number;
  /** Until the first packet. */
  readonly deadlineMs: number;
  /** Until each further part. */
  readonly partMs: number;
  readonly signal: AbortSignal;
  readonly onData?: ((received: number) => void) | undefined;
}

export interface BulkIn {
  readonly transport: Pick<UsbTransport, 'transferIn'>;
  readonly endpoint: number;
  readonly packetSize: number;
}

/**
 * The next container of a bulk IN endpoint. A device ends it with a short packet, or with an empty one when its last
 * packet was full, and may send the header in a packet of its own (USB still image 1.0, section 7.2).
 * Fails with a `TransportError`, or a `CameraFailure` that says `too-large` or `error`.
 */
export async function readContainer(pipe: BulkIn, wait: ContainerWait): Promise<Container> {
  const { transport, endpoint, packetSize } = pipe;
  const first = await readFirstPacket(pipe, { deadlineMs: wait.deadlineMs, signal: wait.signal });
  const header = decodeHeader(first);
  if (!header) throw nonsense('a container with an impossible header');
  const longest = header.type === 'data' ? HEADER_LENGTH + wait.limit : LONGEST_RESPONSE;
  if (header.length > longest) {
    const words = `A container of ${header.length} bytes, at most ${longest} expected`;
    throw new CameraFailure(header.type === 'data' ? 'too-large' : 'error', words);
  }
  if (first.length > header.length) throw nonsense('more than the container holds');

  const bytes = new Uint8Array(header.length);
  bytes.set(first);
  let filled = first.length;
  let ended = first.length < packetSize && first.length !== HEADER_LENGTH;
  const told = () => header.type === 'data' && wait.onData?.(filled - HEADER_LENGTH);
  told();
  while (filled < bytes.length) {
    if (ended) throw nonsense(`${filled} of ${bytes.length} bytes`);
    const left = bytes.length - filled;
    const asked = Math.min(PART_LENGTH, Math.ceil(left / packetSize) * packetSize);
    const part = await transport.transferIn(endpoint, asked, {
      deadlineMs: wait.partMs,
      signal: wait.signal,
    });
    if (part.length > left) throw nonsense('more than the container holds');
    bytes.set(part, filled);
    filled += part.length;
    ended = part.length < asked;
    told();
  }
  return { header, bytes };
}

/** The empty packet after an earlier container whose last packet was full is still there to be read. */
async function readFirstPacket(pipe: BulkIn, options: TransferOptions): Promise<Uint8Array> {
  const packet = await pipe.transport.transferIn(pipe.endpoint, pipe.packetSize, options);
  if (packet.length > 0) return packet;
  return await pipe.transport.transferIn(pipe.endpoint, pipe.packetSize, options);
}

function nonsense(what: string): CameraFailure {
  return new CameraFailure('error', `The camera sent ${what}`);
}
