import type { PrinterTrouble } from '../../../contract/station/practice-troubles.ts';
import type { VirtualReceiptPrinter } from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import type { VirtualUsbBus } from '../../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';
import type { Socket } from '../socket.ts';
import { busTroubles } from './bus-troubles.ts';
import { createOneTrouble, type OneTrouble } from './one-trouble.ts';

/** Opening takes a reset and four questions: together some four seconds. */
const SLOW_MS = 800;

export function createPrinterTroubles(
  bus: VirtualUsbBus,
  socket: Socket<VirtualUsbDevice>,
  printer: VirtualReceiptPrinter,
): OneTrouble<PrinterTrouble> {
  return createOneTrouble<PrinterTrouble>({
    ...busTroubles({ bus, socket, device: printer, slowMs: SLOW_MS }),
    silent: (on) => printer.setAnswers(on ? 'silent' : 'normal'),
    garbage: (on) => printer.setAnswers(on ? 'garbage' : 'normal'),
    stalled: (on) => printer.setStall(on ? 'out' : 'none'),
    offline: (on) => printer.setPaused(on),
    cutter: (on) => printer.setError(on ? 'cutter' : null),
    overheated: (on) => printer.setError(on ? 'recoverable' : null),
    hardware: (on) => printer.setError(on ? 'unrecoverable' : null),
  });
}
