/** The USB seam over the real kernel: its suite, with a virtual printer that the kernel believes in. */
import { expect, onTestFinished, test } from 'vitest';
import { acceptUsbBus } from '../../../drivers/transport/usb-acceptance.ts';
import { createVirtualReceiptPrinter } from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { createKernelSocket } from '../support/kernel-socket.ts';
import { openOwnBus } from '../support/own-bus.ts';
import { pass } from '../support/wait.ts';
import { plugIntoKernel } from '../usbip/plug-into-kernel.ts';

acceptUsbBus(async () => {
  const printer = createVirtualReceiptPrinter({ clock: createSystemClock(), paperWidth: 80 });
  const bus = await openOwnBus(String(printer.descriptor.serialNumber));
  const socket = createKernelSocket(bus, printer);
  socket.plug();
  await socket.settled();
  onTestFinished(async () => {
    socket.unplug();
    await socket.settled();
    await bus.close();
  });
  return {
    bus,
    plug: socket.plug,
    unplug: socket.unplug,
    async pass(milliseconds) {
      await pass(milliseconds);
      await socket.settled();
    },
  };
});

test('a device that answers every question with garbage hides no other, and none of it is listed as usable', async () => {
  const printer = createVirtualReceiptPrinter({ clock: createSystemClock(), paperWidth: 80 });
  const garbage = Uint8Array.from({ length: 255 }, (_, place) => (place * 37) % 256);
  const bus = await openOwnBus(String(printer.descriptor.serialNumber));
  const socket = createKernelSocket(bus, printer);
  const liar = await plugIntoKernel({ ...printer, controlIn: () => garbage, packetIn: () => garbage });
  onTestFinished(() => bus.close());
  onTestFinished(async () => {
    liar.unplug();
    socket.unplug();
    await socket.settled();
  });
  socket.plug();
  await socket.settled();
  const [device, ...others] = await bus.list();
  expect([device?.interfaces.length, others.filter(({ interfaces }) => interfaces.length > 0)]).toEqual([
    1,
    [],
  ]);
});
