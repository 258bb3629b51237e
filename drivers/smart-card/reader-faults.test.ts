import { expect, test } from 'vitest';
import { createFileCard, type FileCardOptions } from '../virtual/card/file-card.ts';
import { type CcidRig, createCcidRig, finishOn } from '../virtual/ccid/reader-rig.ts';
import type { CcidFault } from '../virtual/ccid/virtual-ccid-options.ts';
import { createVirtualCcidReader } from '../virtual/ccid/virtual-ccid-reader.ts';
import { createManualClock } from '../virtual/manual-clock.ts';
import { createCompositeUsbDevice } from '../virtual/usb/composite-usb-device.ts';
import { createVirtualUsbBus } from '../virtual/usb/virtual-usb-bus.ts';
import type { CardChannel } from './card-channel.ts';
import { createCardReaderManager } from './reader-manager.ts';

const CONTENT = Uint8Array.from({ length: 600 }, (_, index) => index);
const SELECT = Uint8Array.of(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x2f, 0x01);
const DONE = [0x90, 0x00];
const select = (channel: CardChannel) => channel.transmit(SELECT);

function card(change: Partial<FileCardOptions> = {}) {
  return createFileCard({ files: { 12033: CONTENT }, ...change });
}

async function rigWithCard(options: Parameters<typeof createCcidRig>[0] = {}, change = {}): Promise<CcidRig> {
  const rig = await createCcidRig(options);
  rig.reader.insert(card(change));
  await rig.clock.settle();
  return rig;
}

test.each<[CcidFault, string, string, string]>([
  ['silent', 'silent', 'timeout', 'faulted:silent'],
  ['garbage', 'error', 'protocol', 'faulted:error'],
  ['stall-in', 'stalled', 'protocol', 'faulted:stalled'],
  ['stall-out', 'stalled', 'protocol', 'faulted:stalled'],
])(
  '%s in a session: a fault with a typed error, and well again when it ends',
  async (fault, reason, kind, state) => {
    const rig = await rigWithCard();
    rig.reader.setFault(fault);
    await expect(rig.finish(rig.manager.withCard(null, select))).rejects.toMatchObject({
      name: 'CardError',
      kind,
    });
    await rig.clock.settle();
    expect(rig.slot()).toMatchObject({ state: { name: 'faulted', reason }, card: 'unknown' });
    await expect(rig.manager.withCard(null, select)).rejects.toMatchObject({ kind });
    rig.reader.setFault(null);
    await rig.clock.advance(5_000);
    expect(rig.slot()).toMatchObject({ state: { name: 'ready' }, card: 'present' });
    expect([...(await rig.finish(rig.manager.withCard(null, select)))]).toEqual(DONE);
    expect(rig.states.filter((name) => name.startsWith('faulted'))).toContain(state);
  },
);

test.each<[CcidFault, string]>([
  ['mute-card', 'mute'],
  ['hardware', 'protocol'],
])('%s is the card’s trouble, not the reader’s', async (fault, kind) => {
  const rig = await rigWithCard();
  rig.reader.setFault(fault);
  await expect(rig.finish(rig.manager.withCard(null, select))).rejects.toMatchObject({ kind });
  rig.reader.setFault(null);
  expect([...(await rig.finish(rig.manager.withCard(null, select)))]).toEqual(DONE);
  expect(rig.states).not.toContain('faulted:error');
});

test('a reader another program holds is told as such, and taken when it is let go', async () => {
  const rig = await createCcidRig({ plugged: false });
  rig.bus.refuse(rig.reader, 'busy');
  rig.bus.plug(rig.reader);
  rig.reader.insert(card());
  await rig.clock.advance(3_000);
  expect(rig.slot().state).toMatchObject({ name: 'faulted', reason: 'reader-busy' });
  await expect(rig.manager.withCard(null, select)).rejects.toMatchObject({ kind: 'reader-busy' });
  rig.bus.refuse(rig.reader, null);
  await rig.clock.advance(5_000);
  expect([...(await rig.finish(rig.manager.withCard(null, select)))]).toEqual(DONE);
});

test('a hardware error on the interrupt endpoint is a fault until the reader is opened again', async () => {
  const rig = await rigWithCard();
  rig.reader.reportHardwareError();
  await rig.clock.settle();
  expect(rig.slot().state).toMatchObject({ name: 'faulted', reason: 'hardware' });
  await rig.clock.advance(5_000);
  expect(rig.slot()).toMatchObject({ state: { name: 'ready' }, card: 'present' });
});

test.each([
  { fault: 'silent', reason: 'silent' },
  { fault: 'broken', reason: 'hardware' },
  { fault: 'garbage', reason: 'error' },
  { fault: 'stall-out', reason: 'stalled' },
] as const)('a reader that is $fault for long is told once, and well within five seconds', async (given) => {
  const rig = await createCcidRig();
  rig.reader.setFault(given.fault);
  await rig.clock.advance(30_000);
  rig.reader.setFault(null);
  await rig.clock.advance(5_000);
  expect(rig.states).toEqual(['opening', 'ready', `faulted:${given.reason}`, 'ready']);
});

test('one that leaves and comes back in one moment, as after a reset of its hub, is one reader', async () => {
  const rig = await createCcidRig();
  const seen: number[] = [];
  rig.manager.onChanged((readers) => seen.push(readers.length));
  rig.bus.unplug(rig.reader);
  rig.bus.plug(rig.reader);
  await rig.clock.advance(200);
  expect(Math.max(...seen)).toBe(1);
  expect(rig.slot().state).toEqual({ name: 'ready' });
});

test('a slow reader is being opened for a while, and can be used then', async () => {
  const rig = await createCcidRig({ plugged: false });
  rig.bus.slow(rig.reader, 1_500);
  rig.reader.insert(card());
  rig.bus.plug(rig.reader);
  await rig.clock.advance(4_400);
  expect(rig.slot().state.name).toBe('opening');
  await rig.clock.advance(600);
  expect(rig.slot().state.name).toBe('ready');
  expect([...(await rig.finish(rig.manager.withCard(null, select)))]).toEqual(DONE);
});

test('a reader the system refuses, and one that moves single characters, say so', async () => {
  const denied = await createCcidRig({ plugged: false });
  denied.bus.refuse(denied.reader, 'denied');
  denied.bus.plug(denied.reader);
  await denied.clock.advance(100);
  expect(denied.slot().state).toMatchObject({ name: 'faulted', reason: 'denied' });
  const { slot } = await createCcidRig({ level: 'character' });
  expect(slot().state).toMatchObject({ name: 'faulted', reason: 'unsupported' });
});

test('a card pulled between command and answer is removed, whatever the reader says of it', async () => {
  const rig = await rigWithCard();
  rig.reader.removeInNextExchange();
  await expect(rig.finish(rig.manager.withCard(null, select))).rejects.toMatchObject({ kind: 'removed' });
  expect(rig.slot()).toMatchObject({ state: { name: 'ready' }, card: 'absent' });
});

test('a card exchanged for another in the middle has lost its session', async () => {
  const rig = await rigWithCard({}, { worksMs: 100 });
  const reading = rig.manager.withCard(null, async (channel) => {
    await channel.transmit(SELECT);
    rig.reader.insert(card());
    return await channel.transmit(SELECT);
  });
  await expect(rig.finish(reading)).rejects.toMatchObject({ kind: 'removed' });
  expect([...(await rig.finish(rig.manager.withCard(null, select)))]).toEqual(DONE);
});

test('work that hangs is left when the card goes', async () => {
  const rig = await rigWithCard();
  const hanging = rig.manager.withCard(null, () => new Promise(() => {}));
  hanging.catch(() => {});
  await rig.clock.advance(1_000);
  expect(rig.slot().state.name).toBe('busy');
  rig.reader.remove();
  await expect(rig.finish(hanging)).rejects.toMatchObject({ kind: 'removed' });
});

test('a bad line between a T=1 card and its reader is borne, up to a point', async () => {
  const rig = await rigWithCard({ level: 'tpdu' }, { protocol: 'T=1' });
  rig.reader.spoilLine(['wrong-byte', 'parity', 'overrun', null, 'mute', 'wrong-byte']);
  const read = await rig.finish(
    rig.manager.withCard(null, async (channel) => {
      await channel.transmit(SELECT);
      return await channel.transmit(Uint8Array.of(0x00, 0xb0, 0x00, 0x00, 0x00, 0x00, 0x00));
    }),
  );
  expect(Buffer.compare(read.subarray(0, -2), CONTENT)).toBe(0);
  rig.reader.spoilLine(Array.from({ length: 40 }, () => 'wrong-byte' as const));
  await expect(rig.finish(rig.manager.withCard(null, select))).rejects.toMatchObject({ kind: 'protocol' });
  rig.reader.spoilLine([]);
  expect([...(await rig.finish(rig.manager.withCard(null, select)))]).toEqual(DONE);
});

test('where the host chooses the voltage, it finds the one the card wakes up at', async () => {
  for (const cardVoltage of [1, 2, 3] as const) {
    const rig = await rigWithCard({ level: 'tpdu', automatic: false, cardVoltage }, { protocol: 'T=0' });
    expect([...(await rig.finish(rig.manager.withCard(null, select)))]).toEqual(DONE);
    expect(rig.reader.problems).toEqual([]);
  }
});

test('a long command goes out as a chain where the card takes chains, and only there', async () => {
  const data = Uint8Array.from({ length: 700 }, (_, index) => index * 3);
  const update = Uint8Array.of(0x00, 0xd6, 0x00, 0x00, 0x00, data.length >> 8, data.length & 0xff, ...data);
  const write = async (channel: CardChannel) => {
    await channel.transmit(SELECT);
    return await channel.transmit(update);
  };
  for (const chaining of [true, false]) {
    const rig = await createCcidRig({ level: 'short-apdu' });
    const chip = card({ chaining });
    rig.reader.insert(chip);
    await rig.clock.settle();
    const writing = rig.finish(rig.manager.withCard(null, write));
    if (!chaining) {
      await expect(writing).rejects.toMatchObject({ kind: 'protocol' });
      continue;
    }
    expect([...(await writing)]).toEqual(DONE);
    expect(chip.executed).toEqual([0xa4, 0xd6]);
    expect(Buffer.compare(chip.file(0x2f01) ?? new Uint8Array(), data)).toBe(0);
  }
});

test('slots of one reader are served each in its own right', async () => {
  const rig = await createCcidRig({ slots: 6 });
  rig.reader.insert(card(), 1);
  rig.reader.insert(card({ worksMs: 2_000 }), 5);
  await rig.clock.settle();
  const readers = rig.manager.snapshot();
  expect(readers.map((reader) => reader.card === 'present')).toEqual([
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
  const at = (slot: number) => rig.manager.withCard(readers[slot]?.key ?? '', select);
  const [one, other] = await rig.finish(Promise.all([at(5), at(1)]));
  expect([[...one], [...other]]).toEqual([DONE, DONE]);
  await expect(rig.finish(at(2))).rejects.toMatchObject({ kind: 'no-card' });
  await expect(rig.manager.withCard('no such reader', select)).rejects.toMatchObject({ kind: 'reader-gone' });
  expect(rig.reader.problems).toEqual([]);
});

test('a reader with an antenna and a built-in card is two, and the built-in card is never chosen by itself', async () => {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const identity = { vendorId: 0x072f, productId: 0x223b };
  const antenna = createVirtualCcidReader({ clock, identity });
  const inside = createVirtualCcidReader({ clock, level: 'short-apdu' });
  inside.insert(card({ protocol: 'T=1' }));
  const device = createCompositeUsbDevice([antenna, inside]);
  bus.plug(device);
  const manager = createCardReaderManager({ bus, clock });
  await clock.advance(200);
  expect(manager.snapshot().map(({ model, face, card: presence }) => [model, face, presence])).toEqual([
    ['ACS ACR1252U', 'contactless', 'absent'],
    ['ACS ACR1252U', 'sam', 'present'],
  ]);
  await expect(finishOn(clock, manager.withCard(null, select))).rejects.toMatchObject({ kind: 'no-card' });
  const sam = manager.snapshot()[1]?.key ?? '';
  expect([...(await finishOn(clock, manager.withCard(sam, select)))]).toEqual(DONE);
  bus.unplug(device);
  await clock.settle();
  expect(manager.snapshot()).toEqual([]);
  await finishOn(clock, manager.close());
});

test('an ACR122U is told how to behave, and gets short commands only', async () => {
  const escapes: string[] = [];
  const rig = await rigWithCard({
    identity: { vendorId: 0x072f, productId: 0x2200 },
    escape(bytes) {
      escapes.push(Buffer.from(bytes).toString('hex'));
      return bytes[2] === 0x51 ? Uint8Array.of(0x90, 0xff) : null;
    },
  });
  expect(escapes).toEqual(['ff0051ff00', 'ff00520000']);
  const length = await rig.finish(
    rig.manager.withCard(null, async (channel) => channel.maximumCommandLength),
  );
  expect(length).toBe(261);
});

test('a queue past its bound refuses, and an abort takes a session out of it', async () => {
  const rig = await rigWithCard({}, { worksMs: 200 });
  const controller = new AbortController();
  const first = rig.manager.withCard(null, select);
  await rig.clock.settle();
  const given = rig.manager.withCard(null, select, { signal: controller.signal });
  given.catch(() => {});
  const others = Array.from({ length: 9 }, () => rig.manager.withCard(null, select));
  const outcomes = Promise.allSettled(others);
  controller.abort();
  await expect(given).rejects.toMatchObject({ kind: 'aborted' });
  await rig.finish(first);
  const settled = await rig.finish(outcomes);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
  expect(settled.at(-1)).toMatchObject({ reason: { kind: 'reader-busy' } });
});

test('a bus that cannot be listed is told, and a reader plugged in later is found', async () => {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const troubles: unknown[] = [];
  const broken = { ...bus, list: () => Promise.reject(new Error('no list')) };
  const manager = createCardReaderManager({ bus: broken, clock, onTrouble: (error) => troubles.push(error) });
  await clock.settle();
  expect(troubles).toHaveLength(1);
  bus.plug(createVirtualCcidReader({ clock }));
  await clock.advance(200);
  expect(manager.snapshot()[0]?.state.name).toBe('ready');
  await finishOn(clock, manager.close());
});
