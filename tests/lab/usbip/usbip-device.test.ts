import { expect, test } from 'vitest';
import { createManualClock } from '../../../drivers/virtual/manual-clock.ts';
import { createVirtualReceiptPrinter } from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createUsbIpDevice } from './usbip-device.ts';
import { HEADER_BYTES } from './usbip-messages.ts';

interface Answer {
  readonly kind: number;
  readonly sequence: number;
  readonly status: number;
  readonly length: number;
  readonly bytes: number[];
}

function rig() {
  const printer = createVirtualReceiptPrinter({ clock: createManualClock(), paperWidth: 58 });
  const answers: Answer[] = [];
  let plugged = true;
  const device = createUsbIpDevice({
    device: printer,
    send(message) {
      const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
      answers.push({
        kind: view.getUint32(0),
        sequence: view.getUint32(4),
        status: view.getInt32(20),
        length: view.getUint32(24),
        bytes: [...message.subarray(HEADER_BYTES)],
      });
    },
    unplug: () => {
      plugged = false;
    },
  });
  let sequence = 0;
  const send = (words: readonly number[], rest: Uint8Array = new Uint8Array()) => {
    const header = Buffer.alloc(HEADER_BYTES);
    sequence += 1;
    for (const [index, word] of [words[0] ?? 0, sequence, 1, ...words.slice(1)].entries())
      header.writeUInt32BE(word, index * 4);
    device.receive(Buffer.concat([header, rest]));
    return sequence;
  };
  return {
    printer,
    device,
    answers,
    isPlugged: () => plugged,
    write: (bytes: Uint8Array) => send([1, 0, 1, 0, bytes.length], bytes),
    read: (length: number) => send([1, 1, 2, 0, length]),
    unlink: (other: number) => send([2, 0, 0, other]),
    ask: (setup: readonly [number, number], length: number) => send([1, 1, 0, 0, length, 0, 0, 0, ...setup]),
    tell: (setup: readonly [number, number]) => send([1, 0, 0, 0, 0, 0, 0, 0, ...setup]),
  };
}

test('describes itself as the kernel asks: device, configuration, names', () => {
  const { ask, answers } = rig();
  ask([0x80060001, 0x00001200], 18);
  ask([0x80060002, 0x00000900], 9);
  ask([0x80060002, 0x0000ff00], 255);
  ask([0x80060203, 0x0904ff00], 255);
  const [device, head, configuration, name] = answers.map(({ bytes }) => bytes);
  expect(device).toEqual([18, 1, 0x10, 1, 0, 0, 0, 64, 0x09, 0x12, 1, 0, 0, 1, 1, 2, 3, 1]);
  expect(head).toEqual([9, 2, 32, 0, 1, 1, 0, 0x80, 50]);
  expect(configuration?.slice(9)).toEqual([
    ...[9, 4, 0, 0, 2, 7, 1, 2, 0],
    ...[7, 5, 0x01, 2, 64, 0, 0],
    ...[7, 5, 0x82, 2, 64, 0, 0],
  ]);
  expect(Buffer.from(name?.slice(2) ?? []).toString('utf16le')).toBe('Virtual receipt printer 58 mm');
});

test('class requests reach the device, unknown ones stall', () => {
  const { ask, tell, answers } = rig();
  ask([0xa1010000, 0x00000100], 1);
  tell([0x21020000, 0x00000000]);
  ask([0xc0330000, 0x00000100], 1);
  ask([0x80060006, 0x00000a00], 10);
  expect(answers.map(({ status, bytes }) => [status, ...bytes])).toEqual([[0, 0x18], [0], [-32], [-32]]);
});

test('a read waits for the device, and ends with its unlink when it is given up', () => {
  const { read, unlink, write, answers } = rig();
  const first = read(64);
  unlink(first);
  expect(answers).toMatchObject([{ kind: 4, status: -104 }]);
  const second = read(64);
  write(Uint8Array.of(0x10, 0x04, 0x01));
  expect(answers.slice(1)).toMatchObject([
    { kind: 3, length: 3, status: 0 },
    { kind: 3, sequence: second, bytes: [0x12] },
  ]);
  unlink(second);
  expect(answers.at(-1)).toMatchObject({ kind: 4, status: 0 });
});

test('a write waits while the buffer is full, and goes on when there is room', () => {
  const { printer, write, answers } = rig();
  printer.setCover(true);
  write(new Uint8Array(4_096 + 64).fill(0x0a));
  expect(answers).toEqual([]);
  printer.setCover(false);
  expect(answers).toMatchObject([{ length: 4_160, status: 0 }]);
});

test('a stalling endpoint, a device that sends too much, and a plug pulled after n bytes', () => {
  const { printer, device, read, write, answers, isPlugged } = rig();
  printer.setStall('in');
  read(64);
  printer.setStall('none');
  // Automatic status back: four bytes where room for two was made.
  write(Uint8Array.of(0x1d, 0x61, 0xff));
  read(2);
  device.unplugAfter(100);
  write(new Uint8Array(300));
  expect(answers.map(({ kind, status, length }) => [kind, status, length])).toEqual([
    [3, -32, 0],
    [3, 0, 3],
    [3, -75, 2],
  ]);
  expect(isPlugged()).toBe(false);
});
