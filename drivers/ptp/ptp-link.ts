/**
 * An open still camera below the session: one transaction at a time, events as they come, class requests.
 * A link that is no longer in step, or failed, stays so; its owner closes it and opens another.
 */
import { type Clock, pause } from '../clock.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import type { MatchedStillCamera } from '../registry/match-still-camera.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { CameraFailure, responseFailure } from './camera-failure.ts';
import type { CameraTiming } from './camera-timing.ts';
import { decodeMessage, encodeMessage, HEADER_LENGTH, type PtpMessage } from './container.ts';
import { type ContainerWait, readContainer } from './container-reader.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { watchEvents } from './event-watch.ts';
import { RESPONSE } from './ptp-codes.ts';
import {
  cancelRequest,
  cancelRequestData,
  DEVICE_STATUS_LENGTH,
  type DeviceStatus,
  decodeDeviceStatus,
  deviceResetRequest,
  deviceStatusRequest,
} from './still-image-class.ts';

/** What one opening throws away at most: an abandoned picture at its bound, in parts of this length. */
const DRAIN_PART_LENGTH = 65_536;
const MOST_DRAIN_PARTS = 1_024;

export interface Transaction {
  readonly operation: number;
  readonly transaction: number;
  readonly parameters: readonly number[];
  /** Most bytes of the data phase; null where the operation has none. */
  readonly dataLimit: number | null;
  /** Until the first answer; the camera's own `answerMs` when not given. */
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onData?: ((received: number) => void) | undefined;
}

export interface PtpAnswer {
  /** Empty where the operation has no data phase. */
  readonly data: Uint8Array;
  readonly parameters: readonly number[];
}

export interface PtpLink {
  /**
   * Fails with a `TransportError`, or a `CameraFailure`; one with a response code leaves the link in step. A signal
   * that fires in the middle cancels the transaction in the camera too.
   */
  transact(transaction: Transaction): Promise<PtpAnswer>;
  onEvent(listener: (event: PtpMessage) => void): Unsubscribe;
  /** Null where the camera does not know this request, as many do not: they refuse it or answer with nothing. */
  deviceStatus(): Promise<DeviceStatus | null>;
  /** Ends session and transaction in the camera; one that does not know the request is left as it is. */
  reset(): Promise<void>;
  /** Throws away what an earlier owner did not read; before it no event is told. */
  drain(signal: AbortSignal): Promise<void>;
  /** Fires when the camera leaves, or with the first failure of the event endpoint. */
  readonly failed: AbortSignal;
  /** False once an answer was lost, so that what comes next may belong to an earlier question. */
  inStep(): boolean;
  close(): Promise<void>;
}

export interface PtpLinkOptions {
  readonly bus: UsbBus;
  readonly camera: MatchedStillCamera;
  readonly clock: Clock;
  readonly timing: CameraTiming;
}

export async function openPtpLink({ bus, camera, clock, timing }: PtpLinkOptions): Promise<PtpLink> {
  const transport = await bus.open(camera.device, camera.interfaceNumber);
  const failure = new AbortController();
  const closing = new AbortController();
  const events = createListeners<PtpMessage>();
  let inStep = true;
  let busy = false;
  let stream: EventStream | null = null;

  const stopGone = transport.onGone(() => fail(new TransportError('gone', 'The camera left the bus')));
  const watching = watchEvents({
    transport,
    endpoint: camera.events.number,
    packetSize: camera.events.packetSize,
    clock,
    closing: closing.signal,
    onPacket,
    onFailed: fail,
  });

  return {
    transact,
    onEvent: events.add,
    async deviceStatus() {
      const setup = deviceStatusRequest(camera.interfaceNumber);
      const bytes = await known(transport.controlIn(setup, DEVICE_STATUS_LENGTH, controlOptions()));
      if (!bytes || bytes.length === 0) return null;
      const status = decodeDeviceStatus(bytes);
      if (!status)
        throw new CameraFailure('error', `A device status of ${bytes.length} bytes makes no sense`);
      return status;
    },
    async reset() {
      const setup = deviceResetRequest(camera.interfaceNumber);
      await known(transport.controlOut(setup, new Uint8Array(), controlOptions()));
    },
    async drain(signal) {
      const options = { deadlineMs: timing.drainMs, signal: AbortSignal.any([failure.signal, signal]) };
      for (let parts = 0; parts < MOST_DRAIN_PARTS; parts += 1) {
        const part = await quiet(transport.transferIn(camera.bulkIn.number, DRAIN_PART_LENGTH, options));
        if (!part) {
          stream = createEventStream(camera.events.packetSize);
          return;
        }
        if (part.length === 0) await pause(clock, timing.drainMs, options.signal);
      }
      throw new CameraFailure('error', 'The camera does not stop sending');
    },
    failed: failure.signal,
    inStep: () => inStep,
    async close() {
      stopGone();
      closing.abort();
      fail(new TransportError('gone', 'The link was closed'));
      await transport.close();
      await watching;
    },
  };

  async function transact(request: Transaction): Promise<PtpAnswer> {
    if (busy) throw new TypeError('One transaction at a time');
    request.signal?.throwIfAborted();
    failure.signal.throwIfAborted();
    busy = true;
    try {
      return await exchange(request);
    } catch (error) {
      if (error instanceof CameraFailure && error.responseCode !== null) throw error;
      inStep = false;
      if (request.signal?.aborted && !failure.signal.aborted) await cancel(request.transaction);
      throw failure.signal.aborted ? failure.signal.reason : error;
    } finally {
      busy = false;
    }
  }

  async function exchange(request: Transaction): Promise<PtpAnswer> {
    const { operation, transaction, parameters, dataLimit } = request;
    const signal = request.signal ? AbortSignal.any([failure.signal, request.signal]) : failure.signal;
    const deadlineMs = request.deadlineMs ?? timing.answerMs;
    const command = encodeMessage('command', { code: operation, transaction, parameters });
    await transport.transferOut(camera.bulkOut.number, command, { deadlineMs: timing.answerMs, signal });

    const pipe = { transport, endpoint: camera.bulkIn.number, packetSize: camera.bulkIn.packetSize };
    const wait: ContainerWait = {
      limit: dataLimit ?? 0,
      deadlineMs,
      partMs: timing.partMs,
      signal,
      onData: request.onData,
    };
    const first = await readContainer(pipe, wait);
    const hasData = first.header.type === 'data';
    if (hasData) {
      const { code, transaction: answered } = first.header;
      if (dataLimit === null || code !== operation || answered !== transaction)
        throw new CameraFailure('error', `Data for operation ${code.toString(16)}, transaction ${answered}`);
    }
    const last = hasData ? await readContainer(pipe, wait) : first;
    const response = decodeMessage('response', last.bytes);
    if (!response || response.transaction !== transaction)
      throw new CameraFailure('error', `No response to transaction ${transaction}`);
    if (response.code !== RESPONSE.ok) throw responseFailure(operation, response.code);
    if (dataLimit !== null && !hasData) throw new CameraFailure('error', 'OK without the data asked for');
    const data = hasData ? first.bytes.subarray(HEADER_LENGTH) : new Uint8Array();
    return { data, parameters: response.parameters };
  }

  async function cancel(transaction: number) {
    const setup = cancelRequest(camera.interfaceNumber);
    const bytes = cancelRequestData(transaction);
    await transport.controlOut(setup, bytes, controlOptions()).catch(() => {});
  }

  /** Until the camera was drained, events are an earlier owner's, and the first may lack its beginning. */
  function onPacket(packet: Uint8Array) {
    const message = stream?.push(packet);
    if (message?.kind === 'event') events.emit(message.event);
    if (message?.kind === 'garbage')
      fail(new CameraFailure('error', `The camera sent ${message.bytes.length} bytes that are no event`));
  }

  function controlOptions() {
    return { deadlineMs: timing.answerMs, signal: failure.signal };
  }

  function fail(error: unknown) {
    if (!failure.signal.aborted) failure.abort(error);
  }
}

/** Null when the device answers STALL: on the control endpoint that means an unknown request (USB 2.0, 9.2.7). */
function known<Value>(request: Promise<Value>): Promise<Value | null> {
  return unless('stall', request);
}

/** Null when nothing came. */
function quiet<Value>(reading: Promise<Value>): Promise<Value | null> {
  return unless('timeout', reading);
}

async function unless<Value>(kind: TransportError['kind'], work: Promise<Value>): Promise<Value | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TransportError && error.kind === kind) return null;
    throw error;
  }
}
