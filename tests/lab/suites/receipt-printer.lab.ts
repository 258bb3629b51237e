/** The receipt printer driver over the real kernel, its printer at the other end of USB/IP. */
import { acceptPrinterManager } from '../../../drivers/receipt-printer/printer-acceptance.ts';
import { createKernelPrinterRig } from '../support/kernel-printer-rig.ts';
import { warmUp } from '../support/warm-up.ts';

await warmUp();

acceptPrinterManager(createKernelPrinterRig);
