import { encodeReceipt } from '../../../drivers/receipt-printer/encode-receipt.ts';
import { createPrinterRig } from '../../../drivers/virtual/printer/printer-rig.ts';

/**
 * Prints once where no clock runs. An emulated processor takes many seconds over code it meets for the first time, and
 * the first printer of a suite would seem to be stuck.
 */
export async function warmUp(): Promise<void> {
  const rig = await createPrinterRig();
  const blocks = [{ kind: 'text', text: 'SPESIMEN' }, { kind: 'cut' }] as const;
  await rig.print(encodeReceipt({ blocks }, 58));
  await rig.manager.close();
}
