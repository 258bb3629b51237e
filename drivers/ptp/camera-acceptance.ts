import { expect, test } from 'vitest';
import type { Clock } from '../clock.ts';
import { matchStillCamera } from '../registry/match-still-camera.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { createCameraManager } from './camera-manager.ts';
import { openCamera } from './open-camera.ts';
import { OPERATION } from './ptp-codes.ts';
import type { PtpSession } from './ptp-session.ts';
import { readObject } from './read-picture.ts';

/** A bus with one still camera that holds one file. */
export interface StillCameraBench {
  readonly bus: UsbBus;
  readonly clock: Clock;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** Whether the camera can be told to take a picture, and then takes a JPEG. */
  readonly captures: boolean;
  /** Waits for the work, moving the clock where it is not a real one. */
  finish<Value>(work: Promise<Value>): Promise<Value>;
}

const never = new AbortController().signal;

/** What the driver does with any still camera; one suite for the virtual one and those of a real USB stack. */
export function acceptStillCamera(createBench: () => Promise<StillCameraBench>) {
  async function open(bench: StillCameraBench, reset = false): Promise<PtpSession> {
    const devices = await bench.finish(bench.bus.list());
    const camera = devices.map((device) => matchStillCamera(device)).find((match) => match !== null);
    if (!camera) throw new Error('No still camera on the bus');
    const { bus, clock } = bench;
    return await bench.finish(openCamera({ bus, camera, clock, leaving: never, reset }));
  }

  async function find(bench: StillCameraBench, session: PtpSession) {
    for (const handle of await bench.finish(session.objectHandles(never))) {
      const info = await bench.finish(session.objectInfo(handle, never));
      if (info.filename === bench.file.name) return { handle, ...info };
    }
    throw new Error(`The camera has no ${bench.file.name}`);
  }

  test('says what it is', async () => {
    const bench = await createBench();
    const session = await open(bench);
    expect(session.device.standardVersion).toBe(100);
    expect(session.device.model).not.toBe('');
    expect(session.supports(OPERATION.getObject)).toBe(true);
    expect(session.supports(OPERATION.initiateCapture)).toBe(bench.captures);
    expect(await bench.finish(session.storageIds(never))).toHaveLength(1);
    await bench.finish(session.close());
  });

  test('gives a file whole and in parts, with progress that ends at its size', async () => {
    const bench = await createBench();
    const session = await open(bench);
    const { handle, size } = await find(bench, session);
    expect(size).toBe(bench.file.bytes.length);
    const told: number[] = [];
    const whole = await bench.finish(
      session.object(handle, size, { signal: never, onData: (received) => told.push(received) }),
    );
    expect(Buffer.compare(whole, bench.file.bytes)).toBe(0);
    expect(told.at(-1)).toBe(size);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    const part = await bench.finish(session.partialObject(handle, 3, 5, { signal: never }));
    expect([...part]).toEqual([...bench.file.bytes.subarray(3, 8)]);
    const read = await bench.finish(readObject({ session, handle, size, signal: never }));
    expect(Buffer.compare(read, bench.file.bytes)).toBe(0);
    await bench.finish(session.close());
  });

  test('an object that is not there is refused, and the session goes on', async () => {
    const bench = await createBench();
    const session = await open(bench);
    const wrong = session.objectInfo(0x7777_7777, never);
    await expect(bench.finish(wrong)).rejects.toMatchObject({ reason: 'refused', responseCode: 0x2009 });
    expect(session.inStep()).toBe(true);
    expect((await find(bench, session)).size).toBe(bench.file.bytes.length);
    await bench.finish(session.close());
  });

  test('closed and opened again it works', async () => {
    const bench = await createBench();
    for (let opening = 0; opening < 3; opening += 1) {
      const session = await open(bench);
      await find(bench, session);
      await bench.finish(session.close());
    }
  });

  test('a session left open by someone else is ended', async () => {
    const bench = await createBench();
    const left = await open(bench);
    await find(bench, left);
    await bench.finish(left.abandon());
    const session = await open(bench);
    await find(bench, session);
    await bench.finish(session.close());
  });

  test('the manager says what state the camera is in, and takes a picture where it can', async () => {
    const bench = await createBench();
    const manager = createCameraManager({ bus: bench.bus, clock: bench.clock });
    const opened = new Promise<void>((resolve) => {
      manager.onChanged(({ state }) => state.name !== 'opening' && resolve());
    });
    await bench.finish(opened);
    const result = await bench.finish(manager.capture());
    if (bench.captures) expect(result).toMatchObject({ outcome: 'captured', leftOnCamera: false });
    else expect(result).toEqual({ outcome: 'failed', reason: 'cannot-capture' });
    await bench.finish(manager.close());
    expect(manager.snapshot()).toEqual({ state: { name: 'absent' }, model: null });
  });
}
