import { expect, test } from 'vitest';
import type { UsbBus, UsbTransport } from './usb-transport.ts';

/** A bus with one device whose OUT endpoint 1 takes everything and whose IN endpoint 2 stays quiet. */
export interface UsbRig {
  readonly bus: UsbBus;
  /** Lets this much time pass. */
  pass(milliseconds: number): Promise<void>;
  unplug(): void;
  plug(): void;
}

const options = { deadlineMs: 1_000 };

/** What drivers rely on from any bus; one suite for the virtual one and the real one. */
export function acceptUsbBus(createRig: () => Promise<UsbRig>) {
  async function open(): Promise<UsbRig & { transport: UsbTransport }> {
    const rig = await createRig();
    const [device] = await rig.bus.list();
    if (!device) throw new Error('No device');
    return { ...rig, transport: await rig.bus.open(device, 0) };
  }

  test('an interface has one owner at a time', async () => {
    const { bus, transport } = await open();
    await expect(bus.open(transport.device, 0)).rejects.toMatchObject({ kind: 'busy' });
    await transport.close();
    await (await bus.open(transport.device, 0)).close();
  });

  test('an interface the device lacks cannot be claimed', async () => {
    const { bus } = await createRig();
    const [device] = await bus.list();
    if (!device) throw new Error('No device');
    await expect(bus.open(device, 9)).rejects.toMatchObject({ kind: 'protocol' });
  });

  test('an endpoint outside the claimed interface is refused', async () => {
    const { transport } = await open();
    await expect(transport.transferOut(5, Uint8Array.of(1), options)).rejects.toMatchObject({
      kind: 'protocol',
    });
    await expect(transport.transferIn(1, 64, options)).rejects.toMatchObject({ kind: 'protocol' });
  });

  test('a second transfer on a busy endpoint is refused', async () => {
    const { transport, pass } = await open();
    const first = transport.transferIn(2, 64, options);
    await expect(transport.transferIn(2, 64, options)).rejects.toMatchObject({ kind: 'busy' });
    const ended = expect(first).rejects.toMatchObject({ kind: 'timeout' });
    await pass(1_000);
    await ended;
  });

  test('an aborted transfer ends at once', async () => {
    const { transport } = await open();
    const controller = new AbortController();
    const reading = transport.transferIn(2, 64, { ...options, signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
    const early = transport.transferOut(1, Uint8Array.of(1), { ...options, signal: AbortSignal.abort() });
    await expect(early).rejects.toMatchObject({ kind: 'aborted', bytesWritten: 0 });
  });

  test('closing ends what is pending, and what comes after', async () => {
    const { transport } = await open();
    const reading = transport.transferIn(2, 64, options);
    const ended = expect(reading).rejects.toMatchObject({ kind: 'gone' });
    await transport.close();
    await ended;
    await transport.close();
    await expect(transport.transferOut(1, Uint8Array.of(1), options)).rejects.toMatchObject({ kind: 'gone' });
  });

  test('unplugging ends what is pending and is told to everyone; plugged again it is another attachment', async () => {
    const { bus, transport, plug, unplug, pass } = await open();
    const told: string[] = [];
    bus.onDetach((device) => told.push(`detached ${device.key === transport.device.key}`));
    bus.onAttach((device) => told.push(`attached ${device.key === transport.device.key}`));
    transport.onGone(() => told.push('gone'));
    const ended = expect(transport.transferIn(2, 64, options)).rejects.toMatchObject({ kind: 'gone' });
    unplug();
    await ended;
    expect(await bus.list()).toEqual([]);
    await expect(bus.open(transport.device, 0)).rejects.toMatchObject({ kind: 'gone' });
    plug();
    await pass(1);
    expect(told).toEqual(['gone', 'detached true', 'attached false']);
    expect(await bus.list()).toHaveLength(1);
  });
}
