import { expect, test } from 'vitest';
import { createScannerRig } from '../virtual/scanner/scanner-rig.ts';
import { createVirtualScanner } from '../virtual/scanner/virtual-scanner.ts';
import { LONG_CODE } from './scanner-acceptance.ts';
import { createScannerManager } from './scanner-manager.ts';

test('a report longer than its descriptor says: told, then a fault, then well again by itself', async () => {
  const rig = await createScannerRig();
  rig.scanner.setFailing('oversize');
  rig.scanner.scan('A');
  await rig.clock.advance(100);
  expect([rig.problems, rig.states()]).toEqual([['garbage'], ['ready']]);
  rig.scanner.scan(LONG_CODE);
  await rig.clock.advance(100);
  expect(rig.states()).toEqual(['faulted:garbage']);
  rig.scanner.setFailing('none');
  await rig.clock.advance(5_000);
  expect(rig.states()).toEqual(['ready']);
});

test('a continuation that never comes is told in half a second', async () => {
  const rig = await createScannerRig();
  rig.scanner.setFailing('cut-off');
  rig.scanner.scan(LONG_CODE);
  await rig.clock.advance(550);
  expect(rig.problems).toEqual(['incomplete']);
});

test.each(['busy', 'denied'] as const)(
  'a scanner that is %s is a fault until it can be opened',
  async (kind) => {
    const rig = await createScannerRig({ plugged: false });
    rig.bus.refuse(rig.scanner, kind);
    rig.bus.plug(rig.scanner);
    await rig.clock.advance(3_000);
    expect(rig.states()).toEqual([`faulted:${kind}`]);
    rig.bus.refuse(rig.scanner, null);
    await rig.clock.advance(5_000);
    expect(rig.states()).toEqual(['ready']);
  },
);

test('one that babbles stays a fault, is told five times, and is well soon after it stopped', async () => {
  const rig = await createScannerRig();
  const seen = new Set<string>();
  rig.scanner.setFailing('babble');
  await rig.clock.advance(1_000);
  rig.manager.onChanged(() => seen.add(rig.states().join()));
  await rig.clock.advance(20_000);
  expect([rig.states(), [...seen]]).toEqual([['faulted:garbage'], []]);
  expect(rig.problems).toEqual(Array.from({ length: 5 }, () => 'garbage'));
  rig.scanner.setFailing('none');
  await rig.clock.advance(4_000);
  expect(rig.states()).toEqual(['ready']);
});

test('one that sent garbage is believed at once when it sends a whole code', async () => {
  const rig = await createScannerRig();
  rig.scanner.setFailing('babble');
  await rig.clock.advance(1_000);
  rig.scanner.setFailing('none');
  await rig.clock.advance(2_000);
  expect(rig.states()).toEqual(['faulted:garbage']);
  rig.scanner.scan('A');
  await rig.clock.advance(100);
  expect([rig.states(), rig.scans.map(({ text }) => text)]).toEqual([['ready'], ['A']]);
});

test('a slow scanner is being opened for a while; one that takes no report is a fault', async () => {
  const rig = await createScannerRig({ plugged: false });
  rig.bus.slow(rig.scanner, 900);
  rig.bus.plug(rig.scanner);
  await rig.clock.advance(800);
  expect(rig.states()).toEqual(['opening']);
  await rig.clock.advance(200);
  expect(rig.states()).toEqual(['ready']);
  rig.bus.unplug(rig.scanner);
  rig.bus.slow(rig.scanner, 60_000);
  rig.bus.plug(rig.scanner);
  await rig.clock.advance(10_000);
  expect(rig.states()).toEqual(['faulted:silent']);
  rig.bus.slow(rig.scanner, 0);
  await rig.clock.advance(5_000);
  expect(rig.states()).toEqual(['ready']);
});

test('a scanner that tells of its trigger alone is not known', async () => {
  const rig = await createScannerRig({ layout: 'trigger-only' });
  expect(rig.states()).toEqual(['faulted:unknown-layout']);
  rig.scanner.scan('A');
  await rig.clock.advance(5_000);
  expect([rig.states(), rig.scans]).toEqual([['faulted:unknown-layout'], []]);
});

test('a scanner whose descriptor cannot be read is a fault; without any the usual layout is taken', async () => {
  const rig = await createScannerRig({ plugged: false });
  const unreadable = {
    ...rig.scanner,
    descriptor: { ...rig.scanner.descriptor, reportDescriptor: Uint8Array.of(5) },
  };
  rig.bus.plug(unreadable);
  await rig.clock.advance(100);
  expect(rig.states()).toEqual(['faulted:unknown-layout']);
  const typed = createVirtualScanner({ clock: rig.clock });
  rig.bus.plug({ ...typed, descriptor: { ...typed.descriptor, reportDescriptor: null } });
  await rig.clock.advance(100);
  typed.setFeature(Uint8Array.of(254, 1));
  typed.scan('A');
  await rig.clock.advance(100);
  expect(rig.scans.map(({ text }) => text)).toEqual(['A']);
});

test('one that leaves and comes back in one moment, as after a reset of its hub, is not missed', async () => {
  const rig = await createScannerRig();
  rig.bus.unplug(rig.scanner);
  rig.bus.plug(rig.scanner);
  await rig.clock.advance(200);
  expect(rig.states()).toEqual(['ready']);
  rig.bus.unplug(rig.scanner);
  await rig.clock.advance(200);
  expect(rig.states()).toEqual(['absent']);
});

test('a keyboard is no scanner', async () => {
  const rig = await createScannerRig();
  const { descriptor, ...second } = createVirtualScanner({ clock: rig.clock, name: 'Second' });
  rig.bus.plug({ ...second, descriptor: { ...descriptor, collections: [{ usagePage: 1, usage: 6 }] } });
  await rig.clock.advance(100);
  expect(rig.manager.snapshot().map(({ model }) => model)).toEqual(['Virtual scanner']);
});

test('a bus that cannot be listed is told, and what is plugged in later works', async () => {
  const rig = await createScannerRig({ plugged: false });
  const troubles: unknown[] = [];
  const bus = { ...rig.bus, list: async () => Promise.reject(new Error('no')) };
  const manager = createScannerManager({ bus, clock: rig.clock, onTrouble: (error) => troubles.push(error) });
  await rig.clock.settle();
  expect(troubles).toHaveLength(1);
  await manager.close();
});

test('closing in the middle of a scan leaves nothing behind', async () => {
  const rig = await createScannerRig();
  rig.scanner.setSpeed(100);
  rig.scanner.scan(LONG_CODE);
  await rig.clock.advance(150);
  await rig.manager.close();
  await rig.clock.advance(10_000);
  expect(rig.scans).toEqual([]);
  expect(rig.clock.pending()).toBe(0);
  expect(rig.manager.snapshot()).toEqual([]);
});
