import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { encodeRealTimeQuery } from '../../receipt-printer/real-time-status.ts';
import type { UsbTransport } from '../../transport/usb-transport.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createVirtualUsbBus } from '../usb/virtual-usb-bus.ts';
import { createVirtualReceiptPrinter, type VirtualReceiptPrinter } from './virtual-receipt-printer.ts';

const options = { deadlineMs: 1_000 };
let clock: ManualClock;
let printer: VirtualReceiptPrinter;
let transport: UsbTransport;

beforeEach(async () => {
  clock = createManualClock();
  printer = createVirtualReceiptPrinter({ clock, paperWidth: 58 });
  const bus = createVirtualUsbBus(clock);
  bus.plug(printer);
  const [device] = await bus.list();
  if (!device) throw new Error('No device');
  transport = await bus.open(device, 0);
});

async function send(...bytes: number[]) {
  await transport.transferOut(1, Uint8Array.from(bytes), options);
}

async function ask(...bytes: number[]): Promise<number[]> {
  await send(...bytes);
  return [...(await transport.transferIn(2, 64, options))];
}

test('answers the printer-class requests', async () => {
  const request = { type: 'class', recipient: 'interface', value: 0, index: 0 } as const;
  const id = await transport.controlIn({ ...request, request: 0 }, 1_024, options);
  expect(Buffer.from(id.subarray(2)).toString()).toContain('CMD:ESC/POS');
  expect([...(await transport.controlIn({ ...request, request: 1 }, 1, options))]).toEqual([0x18]);
  printer.setPaper('out');
  expect([...(await transport.controlIn({ ...request, request: 1 }, 1, options))]).toEqual([0x28]);
  await expect(transport.controlIn({ ...request, request: 7 }, 1, options)).rejects.toMatchObject({
    kind: 'stall',
  });
});

test('answers in real time while it is busy, in order otherwise', async () => {
  printer.setSpeed(1_000);
  await send(...Buffer.from('satu\ndua\n'), 0x1d, 0x72, 0x01);
  expect(await ask(...encodeRealTimeQuery(1))).toEqual([0x12]);
  const answer = transport.transferIn(2, 64, { deadlineMs: 10_000 });
  await clock.advance(1_500);
  expect(printer.printedText()).toEqual(['satu', 'dua']);
  await clock.advance(1_000);
  expect([...(await answer)]).toEqual([0x00]);
});

test('offline it processes nothing and still answers in real time', async () => {
  printer.setCover(true);
  await send(...Buffer.from('satu\n'), 0x1d, 0x72, 0x01);
  expect(await ask(...encodeRealTimeQuery(1))).toEqual([0x1a]);
  expect(await ask(...encodeRealTimeQuery(2))).toEqual([0x16]);
  expect(printer.printedText()).toEqual([]);
  const answer = transport.transferIn(2, 64, options);
  printer.setCover(false);
  expect([...(await answer)]).toEqual([0x00]);
  expect(printer.printedText()).toEqual(['satu']);
});

test('reports changes by itself once asked to, until it is initialized', async () => {
  expect(await ask(0x1d, 0x61, 0x0e)).toEqual([0x10, 0x00, 0x00, 0x0f]);
  const change = transport.transferIn(2, 64, options);
  printer.setPaper('near-end');
  expect([...(await change)]).toEqual([0x10, 0x00, 0x03, 0x0f]);
  await send(0x1b, 0x40);
  const silence = transport.transferIn(2, 64, options);
  printer.setPaper('ok');
  const ended = expect(silence).rejects.toMatchObject({ kind: 'timeout' });
  await clock.advance(1_000);
  await ended;
});

test('a full buffer takes no more until there is room', async () => {
  printer.setCover(true);
  await send(...Buffer.alloc(4_096, 0x0a));
  const late = transport.transferOut(1, Uint8Array.of(0x41), { deadlineMs: 500 });
  const ended = expect(late).rejects.toMatchObject({ kind: 'timeout', bytesWritten: 0 });
  await clock.advance(500);
  await ended;
  const waiting = transport.transferOut(1, Uint8Array.of(0x41), options);
  printer.setCover(false);
  await waiting;
});

test('SOFT_RESET forgets what was waiting', async () => {
  printer.setCover(true);
  await send(...Buffer.from('lama\n'));
  const reset = { type: 'class', recipient: 'interface', request: 2, value: 0, index: 0 } as const;
  await transport.controlOut(reset, new Uint8Array(), options);
  printer.setCover(false);
  await send(...Buffer.from('baru\n'));
  expect(printer.printedText()).toEqual(['baru']);
});

test('without power it stops where it is, and goes on with nothing', async () => {
  printer.setSpeed(100);
  await send(...Buffer.from('satu\ndua\ntiga\n'));
  printer.cutPower();
  await clock.advance(5_000);
  expect(printer.printedText()).toEqual(['satu']);
  await send(...Buffer.from('baru\n'));
  expect(printer.printedText()).toEqual(['satu', 'baru']);
});

test('any bytes at all: recorded as problems or printed, and it still answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
      const device = createVirtualReceiptPrinter({ clock, paperWidth: 58 });
      for (let at = 0; at < bytes.length; at += 64) device.packetOut(1, bytes.subarray(at, at + 64));
      device.controlOut(
        { type: 'class', recipient: 'interface', request: 2, value: 0, index: 0 },
        new Uint8Array(),
      );
      device.packetOut(1, Uint8Array.of(0x1d, 0x72, 0x01));
      expect(device.packetIn(2)).toEqual(Uint8Array.of(0));
    }),
    { numRuns: 60 },
  );
});
