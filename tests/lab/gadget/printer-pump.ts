import { spawnSync } from 'node:child_process';
import { portStatus } from '../../../drivers/virtual/printer/printer-condition.ts';
import { ENDPOINT_IN, ENDPOINT_OUT } from '../../../drivers/virtual/printer/virtual-printer-descriptor.ts';
import type { VirtualReceiptPrinter } from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { pass } from '../support/wait.ts';
import { openConfigured, readSome, writeSome } from './device-file.ts';

/** The virtual printer takes packets of a full-speed endpoint. */
const PACKET_BYTES = 64;
/** Between two looks when there was nothing to move. */
const REST_MS = 5;
/** All that a request of the gadget can hold, so that none is left half read: a soft reset would upset the kernel. */
const READ_BYTES = 16_384;
/** `GADGET_SET_PRINTER_STATUS`, _IOWR('g', 0x22, unsigned char) of linux/usb/g_printer.h; the status is the argument itself. */
const SET_PRINTER_STATUS = 0xc0016722;

export interface PrinterPump {
  /** Lets the device file go; the gadget stays as it is. */
  stop(): Promise<void>;
}

/**
 * Stands between the gadget's device file and the virtual printer, whose paper the gadget's port status tells of. A soft
 * reset empties the kernel's buffers and is not told to the device file, so it does not reach the virtual printer.
 */
export async function pumpPrinterGadget(path: string, printer: VirtualReceiptPrinter): Promise<PrinterPump> {
  const file = await openConfigured(path);
  let stopping = false;
  let status = -1;
  const work = run();

  return {
    async stop() {
      stopping = true;
      await work;
      await file.close();
    },
  };

  async function run() {
    let taken: Uint8Array = new Uint8Array();
    let answer: Uint8Array = new Uint8Array();
    while (!stopping) {
      tellStatus();
      if (taken.length === 0) taken = await readSome(file, READ_BYTES);
      const before = taken.length + answer.length;
      while (taken.length > 0 && printer.packetOut(ENDPOINT_OUT, taken.slice(0, PACKET_BYTES)) === 'ack')
        taken = taken.slice(PACKET_BYTES);
      if (answer.length === 0) answer = nextAnswer();
      if (answer.length > 0) answer = answer.slice(await writeSome(file, answer));
      if (taken.length + answer.length === before) await pass(REST_MS);
    }
  }

  function nextAnswer(): Uint8Array {
    const packet = printer.packetIn(ENDPOINT_IN);
    return typeof packet === 'string' ? new Uint8Array() : packet;
  }

  /** Node has no ioctl; Perl is part of every Debian and gets the open file as number 3. */
  function tellStatus() {
    const next = portStatus(printer.condition);
    if (next === status) return;
    status = next;
    const script = `open(my $file, "+<&=", 3) or die; ioctl($file, ${SET_PRINTER_STATUS}, ${status}) // die $!`;
    const done = spawnSync('perl', ['-e', script], { stdio: ['ignore', 'ignore', 'pipe', file.fd] });
    if (done.status !== 0) throw new Error(`The gadget took no status: ${done.stderr}`);
  }
}
