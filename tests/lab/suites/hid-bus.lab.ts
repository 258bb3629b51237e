/** The HID seam over hidraw of the real kernel, with the kernel's own HID gadget as the device. */
import { onTestFinished } from 'vitest';
import { acceptHidBus } from '../../../drivers/transport/hid-acceptance.ts';
import {
  REPORT_SIZES,
  scannerDescriptor,
} from '../../../drivers/virtual/scanner/virtual-scanner-descriptor.ts';
import { createHidGadget } from '../gadget/hid-gadget.ts';
import { createHidGadgetSocket } from '../support/hid-gadget-socket.ts';
import { openOwnHidBus } from '../support/own-hid-bus.ts';
import { pass, until } from '../support/wait.ts';

const NOTICED_MS = 5_000;
/** Some milliseconds of a device are more on an emulated processor that another suite uses too. */
const LEAST_PASS_MS = 500;

const { reportDescriptor } = scannerDescriptor('counted', '');
const gadget = createHidGadget({
  controller: 2,
  serialNumber: 'HID-BUS',
  product: 'Gadget scanner',
  reportDescriptor: reportDescriptor ?? new Uint8Array(),
  reportLength: REPORT_SIZES.counted.report,
});

acceptHidBus(async () => {
  const bus = await openOwnHidBus([gadget.serialNumber]);
  let report: (bytes: Uint8Array) => void = () => {};
  const socket = createHidGadgetSocket(gadget, {
    onReport(heard) {
      report = heard;
      return () => {};
    },
    setFeature: () => 'ack',
    reset: () => {},
  });
  onTestFinished(() => bus.close());
  onTestFinished(async () => {
    socket.unplug();
    await socket.settled();
  });
  socket.plug();
  await socket.settled();
  await until('the bus shows the device', NOTICED_MS, async () => (await bus.list()).length === 1);
  return {
    bus,
    hasFeatures: false,
    report: (bytes) => report(bytes),
    pass: (milliseconds) => pass(Math.max(milliseconds, LEAST_PASS_MS)),
    plug: socket.plug,
    unplug: socket.unplug,
  };
});
