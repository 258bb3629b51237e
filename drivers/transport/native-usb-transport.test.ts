import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readConfiguration, splitDescriptors } from './configuration-descriptor.ts';
import { openNativeRig } from './testing/native-rig.ts';

const options = { deadlineMs: 1_000 };

test('takes the interface from the kernel driver, but not from another program', async () => {
  let held = true;
  const { calls } = await openNativeRig({
    claimInterface: async () => {
      if (held) throw new Error('claimInterface error: interface is busy');
    },
    detachKernelDriver: async () => {
      held = false;
    },
  });
  expect(calls).toEqual(['open']);
  let detached = 0;
  const refused = openNativeRig(
    {
      claimInterface: async () => {
        throw new Error('claimInterface error: interface is busy (errno 16)');
      },
      detachKernelDriver: async () => {
        detached += 1;
      },
    },
    'usbfs',
  );
  await expect(refused).rejects.toMatchObject({ name: 'TransportError', kind: 'busy' });
  expect(detached).toBe(0);
});

test('a descriptor is read by a standard request to the device', async () => {
  const setups: unknown[] = [];
  const { transport } = await openNativeRig({
    nativeControlTransferIn: async (setup, _timeout, length) => {
      setups.push(setup);
      return Uint8Array.of(9, 2, 11, 0, 1, 1, 0, 0x80, 50, 2, 0x21).slice(0, length);
    },
  });
  expect(splitDescriptors(await readConfiguration(transport, options)).map((part) => part[1])).toEqual([
    2, 0x21,
  ]);
  expect(setups).toEqual(
    Array.from({ length: 2 }, () => ({
      requestType: 'standard',
      recipient: 'device',
      request: 6,
      value: 0x0200,
      index: 0,
    })),
  );
});

test.each([
  ['claimed longer than it is', [9, 2, 12, 0, 1, 1, 0, 0x80, 50, 2, 0x21]],
  ['longer than any device has', [9, 2, 0, 0xff, 1, 1, 0, 0x80, 50]],
  ['another descriptor', [9, 3, 9, 0, 1, 1, 0, 0x80, 50]],
])('a configuration %s is refused', async (_, bytes) => {
  const { transport } = await openNativeRig({
    nativeControlTransferIn: async (_setup, _timeout, length) => Uint8Array.from(bytes).slice(0, length),
  });
  await expect(readConfiguration(transport, options)).rejects.toMatchObject({ kind: 'protocol' });
});

test.each([
  ['transferOut error: transfer was cancelled', 'timeout'],
  ['transferOut error: device disconnected', 'gone'],
  ['transferOut error: endpoint stalled', 'stall'],
  ['transferOut error: hardware fault or protocol violation', 'protocol'],
  ['open error: permission denied (errno 13)', 'denied'],
  ['something new', 'protocol'],
])('"%s" is %s', async (message, kind) => {
  const { transport, clock } = await openNativeRig({
    nativeTransferOut: async () => {
      throw new Error(message);
    },
  });
  const writing = transport.transferOut(1, Uint8Array.of(1), options);
  const failed = expect(writing).rejects.toMatchObject({ kind, bytesWritten: null });
  await clock.advance(1_000);
  await failed;
});

test('a stall is cleared before it is reported', async () => {
  const { transport, calls } = await openNativeRig({
    nativeTransferOut: async () => -1,
    nativeTransferIn: async () => null,
  });
  await expect(transport.transferOut(1, Uint8Array.of(1), options)).rejects.toMatchObject({ kind: 'stall' });
  await expect(transport.transferIn(2, 64, options)).rejects.toMatchObject({ kind: 'stall' });
  expect(calls.slice(2)).toEqual(['clear out 1', 'clear in 2']);
});

test('an aborted read ends at once, and the next one waits for the transfer it left behind', async () => {
  let answer: (bytes: Uint8Array) => void = () => {};
  let started = 0;
  const { transport } = await openNativeRig({
    nativeTransferIn: () => {
      started += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  const controller = new AbortController();
  const first = transport.transferIn(2, 64, { ...options, signal: controller.signal });
  await nextTurn();
  controller.abort();
  await expect(first).rejects.toMatchObject({ kind: 'aborted' });
  const second = transport.transferIn(2, 64, options);
  await nextTurn();
  expect(started).toBe(1);
  await expect(transport.transferIn(2, 64, options)).rejects.toMatchObject({ kind: 'busy' });
  answer(Uint8Array.of(6));
  await nextTurn();
  expect(started).toBe(2);
  answer(Uint8Array.of(7));
  expect([...(await second)]).toEqual([7]);
});

test('a detached device ends what is pending and is told once', async () => {
  const { transport, device, listeners } = await openNativeRig({
    nativeTransferIn: () => new Promise(() => {}),
  });
  let told = 0;
  transport.onGone(() => {
    told += 1;
  });
  const reading = transport.transferIn(2, 64, options);
  listeners.get('disconnect')?.({ device });
  await expect(reading).rejects.toMatchObject({ kind: 'gone' });
  listeners.get('disconnect')?.({ device });
  expect(told).toBe(1);
});

test('closing waits for a transfer that was left behind, and resets a device that holds it up', async () => {
  let end: (error: Error) => void = () => {};
  const { transport, calls, clock } = await openNativeRig({
    nativeTransferOut: () => new Promise((_, reject) => (end = reject)),
    reset: async () => end(new Error('transferOut error: Cancelled')),
    // As the package does while it lends the device to a transfer.
    releaseInterface: () => {
      throw new Error('The same native value cannot be borrowed mutably while another borrow is active');
    },
  });
  const controller = new AbortController();
  const writing = transport.transferOut(1, Uint8Array.of(1), { ...options, signal: controller.signal });
  const aborted = expect(writing).rejects.toMatchObject({ kind: 'aborted' });
  await nextTurn();
  controller.abort();
  await aborted;
  const closing = transport.close();
  await clock.advance(1_000);
  expect(calls).toEqual(['open', 'claim 0']);
  await clock.advance(1_000);
  await closing;
  expect(calls).toEqual(['open', 'claim 0', 'close']);
});

test('a transfer whose end the package misses does not keep closing from ending', async () => {
  let end: () => void = () => {};
  const { transport, calls, clock, device, listeners } = await openNativeRig({
    nativeTransferOut: () => new Promise((resolve) => (end = () => resolve(1))),
  });
  const writing = transport.transferOut(1, Uint8Array.of(1), options);
  const failed = expect(writing).rejects.toMatchObject({ kind: 'gone' });
  await nextTurn();
  listeners.get('disconnect')?.({ device });
  await failed;
  const closing = transport.close();
  await clock.advance(3_000);
  await closing;
  expect(calls).toEqual(['open', 'claim 0']);
  end();
  await clock.settle();
  expect(calls).toEqual(['open', 'claim 0', 'release 0', 'close']);
});

test('a fault that turns out to be a pulled plug is one', async () => {
  const { transport, device, listeners, clock } = await openNativeRig({
    nativeTransferOut: async () => {
      throw new Error('transferOut error: Fault');
    },
  });
  const writing = transport.transferOut(1, Uint8Array.of(1), options);
  const failed = expect(writing).rejects.toMatchObject({ kind: 'gone' });
  await clock.advance(300);
  listeners.get('disconnect')?.({ device });
  await failed;
  expect(clock.pending()).toBe(0);
});
