/** An open PTP session (ISO 15740, 9.3): the operations this station uses, each a transaction with its own id. */
import type { Unsubscribe } from '../listeners.ts';
import { CameraFailure } from './camera-failure.ts';
import type { CameraTiming } from './camera-timing.ts';
import type { PtpMessage } from './container.ts';
import { type DeviceInfo, decodeDeviceInfo } from './device-info.ts';
import { decodeHandleArray } from './handle-array.ts';
import { decodeObjectInfo, type ObjectInfo } from './object-info.ts';
import { NO_TRANSACTION, OPERATION, RESPONSE } from './ptp-codes.ts';
import type { PtpAnswer, PtpLink } from './ptp-link.ts';

/** The largest string of every field and some thousand codes fit; a DeviceInfo in the wild has about 1 kB. */
const LONGEST_DATASET = 65_536;
/** Handles of a 256 GB card full of small pictures. */
const LONGEST_HANDLE_ARRAY = 4_194_304;
/** Any other number would do; there is one session at a time. */
const SESSION_ID = 1;
/** Every store, every format, every folder (ISO 15740, 10.4.7); also the device's own choice (10.4.14). */
const ANY = 0;
/** FFFFFFFF is reserved (ISO 15740, 9.3.1), after it the ids start again at 1. */
const LAST_TRANSACTION = 0xffff_fffe;

/** Every method fails with a `TransportError` or a `CameraFailure`. One call at a time. */
export interface PtpSession {
  readonly device: DeviceInfo;
  supports(operation: number): boolean;
  onEvent(listener: (event: PtpMessage) => void): Unsubscribe;
  readonly failed: AbortSignal;
  inStep(): boolean;
  /** Resolves with the transaction id, which the events of this capture carry, once the camera took the order. */
  initiateCapture(signal: AbortSignal): Promise<number>;
  storageIds(signal: AbortSignal): Promise<readonly number[]>;
  objectHandles(signal: AbortSignal): Promise<readonly number[]>;
  objectInfo(handle: number, signal: AbortSignal): Promise<ObjectInfo>;
  /** The whole object, of at most `limit` bytes. */
  object(handle: number, limit: number, options: ReadOptions): Promise<Uint8Array>;
  /** At most `length` bytes from `offset`; at least one. */
  partialObject(handle: number, offset: number, length: number, options: ReadOptions): Promise<Uint8Array>;
  deleteObject(handle: number, signal: AbortSignal): Promise<void>;
  /** Closes the session in the camera when it is still in step, then the link. Never rejects. */
  close(): Promise<void>;
  /** Closes the link only, as a program that ends without a word does. Never rejects. */
  abandon(): Promise<void>;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onData?: ((received: number) => void) | undefined;
}

/** Asks the camera what it is and opens a session, ending one an earlier owner left open. */
export async function openPtpSession(
  link: PtpLink,
  timing: CameraTiming,
  signal: AbortSignal,
): Promise<PtpSession> {
  const info = await link.transact({
    operation: OPERATION.getDeviceInfo,
    transaction: NO_TRANSACTION,
    parameters: [],
    dataLimit: LONGEST_DATASET,
    signal,
  });
  const device = decoded(decodeDeviceInfo(info.data), 'device information');
  await openSession(true);
  let last = NO_TRANSACTION;

  return {
    device,
    supports: (operation) => device.operations.includes(operation),
    onEvent: link.onEvent,
    failed: link.failed,
    inStep: link.inStep,
    async initiateCapture(aborted) {
      await run(OPERATION.initiateCapture, [ANY, ANY], { signal: aborted, deadlineMs: timing.captureMs });
      return last;
    },
    async storageIds(aborted) {
      const answer = await run(OPERATION.getStorageIds, [], { limit: LONGEST_DATASET, signal: aborted });
      return decoded(decodeHandleArray(answer.data), 'list of stores');
    },
    async objectHandles(aborted) {
      const everywhere = [0xffff_ffff, ANY, ANY];
      const answer = await run(OPERATION.getObjectHandles, everywhere, {
        limit: LONGEST_HANDLE_ARRAY,
        signal: aborted,
      });
      return decoded(decodeHandleArray(answer.data), 'list of objects');
    },
    async objectInfo(handle, aborted) {
      const answer = await run(OPERATION.getObjectInfo, [handle], {
        limit: LONGEST_DATASET,
        signal: aborted,
      });
      return decoded(decodeObjectInfo(answer.data), 'object information');
    },
    async object(handle, limit, options) {
      return (await run(OPERATION.getObject, [handle], { limit, ...options })).data;
    },
    async partialObject(handle, offset, length, options) {
      const asked = [handle, offset, length];
      const answer = await run(OPERATION.getPartialObject, asked, { limit: length, ...options });
      const [told] = answer.parameters;
      if (answer.data.length === 0 || (told !== undefined && told !== answer.data.length))
        throw new CameraFailure('error', `A part of ${told ?? 0} bytes came as ${answer.data.length}`);
      return answer.data;
    },
    async deleteObject(handle, aborted) {
      await run(OPERATION.deleteObject, [handle, ANY], { signal: aborted });
    },
    async close() {
      if (link.inStep() && !link.failed.aborted) await run(OPERATION.closeSession, [], {}).catch(() => {});
      await link.close();
    },
    abandon: link.close,
  };

  async function openSession(mayBeOpen: boolean): Promise<void> {
    const transaction = NO_TRANSACTION;
    try {
      const parameters = [SESSION_ID];
      await link.transact({
        operation: OPERATION.openSession,
        transaction,
        parameters,
        dataLimit: null,
        signal,
      });
    } catch (error) {
      const isOpen = error instanceof CameraFailure && error.responseCode === RESPONSE.sessionAlreadyOpen;
      if (!isOpen || !mayBeOpen) throw error;
      // How many transactions the earlier owner made is not known; a camera closes its session whatever the id.
      const operation = OPERATION.closeSession;
      await link.transact({ operation, transaction: 1, parameters: [], dataLimit: null, signal });
      await openSession(false);
    }
  }

  function run(
    operation: number,
    parameters: readonly number[],
    options: Partial<ReadOptions> & { limit?: number; deadlineMs?: number },
  ): Promise<PtpAnswer> {
    const { limit, ...rest } = options;
    last = last >= LAST_TRANSACTION ? 1 : last + 1;
    return link.transact({ operation, transaction: last, parameters, dataLimit: limit ?? null, ...rest });
  }
}

function decoded<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new CameraFailure('error', `The camera sent ${what} that ends early`);
  return value;
}
