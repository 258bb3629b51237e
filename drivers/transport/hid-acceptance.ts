import { expect, test } from 'vitest';
import type { HidBus, HidTransport } from './hid-transport.ts';

/** A bus with one device that sends reports when told. */
export interface HidRig {
  readonly bus: HidBus;
  /** Whether the device takes feature report 254 of two bytes and refuses all others; the kernel's HID gadget cannot. */
  readonly hasFeatures: boolean;
  /** Makes the device send this input report. */
  report(bytes: Uint8Array): void;
  /** Lets this much time pass. */
  pass(milliseconds: number): Promise<void>;
  unplug(): void;
  plug(): void;
}

const options = { deadlineMs: 1_000 };
/** Long enough for a bus that has to look by itself. */
const NOTICED_MS = 3_000;
/** As long as the device's input reports are (64 bytes with the number). */
const report = (...bytes: number[]) => Uint8Array.from({ length: 64 }, (_, place) => bytes[place] ?? 0);

/** What drivers rely on from any HID bus; one suite for the virtual one and the real one. */
export function acceptHidBus(createRig: () => Promise<HidRig>) {
  async function open(): Promise<HidRig & { transport: HidTransport }> {
    const rig = await createRig();
    const [device] = await rig.bus.list();
    if (!device) throw new Error('No device');
    return { ...rig, transport: await rig.bus.open(device) };
  }

  test('a device has one owner at a time', async () => {
    const { bus, transport } = await open();
    await expect(bus.open(transport.device)).rejects.toMatchObject({ kind: 'busy' });
    await transport.close();
    await (await bus.open(transport.device)).close();
  });

  test('reports arrive whole and in order, for every listener until it leaves', async () => {
    const rig = await open();
    const heard: number[] = [];
    const stop = rig.transport.onReport((bytes) => heard.push(bytes.length, bytes[1] ?? -1));
    rig.report(report(2, 7));
    rig.report(report(2, 8));
    await rig.pass(100);
    stop();
    rig.report(report(2, 9));
    await rig.pass(100);
    expect(heard).toEqual([64, 7, 64, 8]);
  });

  test('a feature report the device knows is taken; one it does not know stalls', async () => {
    const { transport, hasFeatures } = await open();
    if (!hasFeatures) return;
    await transport.sendFeature(Uint8Array.of(254, 1), options);
    await expect(transport.sendFeature(Uint8Array.of(9, 1), options)).rejects.toMatchObject({
      kind: 'stall',
    });
    await expect(transport.getFeature(9, 8, options)).rejects.toMatchObject({ kind: 'stall' });
  });

  test('an aborted call does not start', async () => {
    const { transport } = await open();
    const signal = AbortSignal.abort(new Error('enough'));
    const sending = transport.sendFeature(Uint8Array.of(254, 1), { ...options, signal });
    await expect(sending).rejects.toMatchObject({ kind: 'aborted' });
  });

  test('after closing nothing is heard and nothing can be sent', async () => {
    const rig = await open();
    let heard = 0;
    rig.transport.onReport(() => {
      heard += 1;
    });
    await rig.transport.close();
    await rig.transport.close();
    rig.report(report(2));
    await rig.pass(100);
    expect(heard).toBe(0);
    const sending = rig.transport.sendFeature(Uint8Array.of(254, 1), options);
    await expect(sending).rejects.toMatchObject({ kind: 'gone' });
  });

  test('unplugging is told to everyone; plugged again it is another attachment', async () => {
    const { bus, transport, plug, unplug, pass } = await open();
    const told: string[] = [];
    bus.onDetach((device) => told.push(`detached ${device.key === transport.device.key}`));
    bus.onAttach((device) => told.push(`attached ${device.key === transport.device.key}`));
    transport.onGone(() => told.push('gone'));
    unplug();
    await pass(NOTICED_MS);
    expect(await bus.list()).toEqual([]);
    await expect(bus.open(transport.device)).rejects.toMatchObject({ kind: 'gone' });
    await expect(transport.sendFeature(Uint8Array.of(254, 1), options)).rejects.toMatchObject({
      kind: 'gone',
    });
    plug();
    await pass(NOTICED_MS);
    expect([...told].sort()).toEqual(['attached false', 'detached true', 'gone']);
    expect(told.at(-1)).toBe('attached false');
    expect(await bus.list()).toHaveLength(1);
  });
}
