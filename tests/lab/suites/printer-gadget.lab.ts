/** The receipt printer driver, with the product's own clock and patience, against the kernel's printer gadget. */
import { expect, test } from 'vitest';
import { encodeReceipt } from '../../../drivers/receipt-printer/encode-receipt.ts';
import type { PrintResult } from '../../../drivers/receipt-printer/print-result.ts';
import { decodeDeviceId, getDeviceIdRequest } from '../../../drivers/receipt-printer/printer-class.ts';
import { createPrinterGadget } from '../gadget/printer-gadget.ts';
import { insertModule, removeModule } from '../guest/kernel.ts';
import { createGadgetRig, type GadgetRig, RECOVERY_MS } from '../support/gadget-rig.ts';
import { findKernelDevice, resetHub, resetPort } from '../support/kernel-device.ts';
import { pass, until } from '../support/wait.ts';
import { warmUp } from '../support/warm-up.ts';

await warmUp();

const gadget = createPrinterGadget(0);
const secondGadget = createPrinterGadget(1);

/** More than the printer buffers, so that a write is under way when something happens. */
const LONG = 600;

function job(name: string, lines = 6): Uint8Array {
  const blocks = Array.from({ length: lines }, (_, index) => ({
    kind: 'text' as const,
    text: `${name} ${index + 1}/${lines}`,
  }));
  return encodeReceipt({ blocks: [...blocks, { kind: 'cut' }] }, 58);
}

test('prints, knows that it printed, and every line is out once', async () => {
  const { manager, printer, reaches } = await createGadgetRig(gadget);
  await reaches('ready');
  expect(await manager.print(job('A', LONG))).toEqual({ outcome: 'printed' });
  expect(printer.printedText()).toEqual(Array.from({ length: LONG }, (_, index) => `A ${index + 1}/${LONG}`));
  expect(printer.problems).toEqual([]);
});

test('GET_DEVICE_ID is answered by the gadget', async () => {
  const { bus, manager, reaches } = await createGadgetRig(gadget);
  await reaches('ready');
  await manager.close();
  const [device] = await bus.list();
  if (!device) throw new Error('No device');
  const transport = await bus.open(device, 0);
  const id = decodeDeviceId(await transport.controlIn(getDeviceIdRequest(0), 1_023, { deadlineMs: 1_000 }));
  expect(id?.get('MDL')).toBe('Gadget');
  await transport.close();
});

test('paper out in the middle of a long job holds it; a new roll lets it finish', async () => {
  const { manager, printer, reaches } = await createGadgetRig(gadget);
  await reaches('ready');
  printer.endPaperAfter(3);
  const printing = manager.print(job('A', LONG));
  await reaches('faulted:paper-out', 10_000);
  printer.setPaper('ok');
  expect(await printing).toEqual({ outcome: 'printed' });
  expect(printer.printedText()).toHaveLength(LONG);
});

test('paper out before a job is told by the port alone when the printer cannot be asked', async () => {
  const { bus, manager, printer, reaches } = await createGadgetRig(gadget);
  await reaches('ready');
  await manager.close();
  printer.setPaper('out');
  await pass(500);
  const [device] = await bus.list();
  if (!device) throw new Error('No device');
  const transport = await bus.open(device, 0);
  const setup = { type: 'class', recipient: 'interface', request: 1, value: 0, index: 0 } as const;
  expect([...(await transport.controlIn(setup, 1, { deadlineMs: 1_000 }))]).toEqual([0x28]);
  await transport.close();
});

test('unplugged in the middle of a transfer: uncertain at once; ready within 5 s of plugging in again', async () => {
  const { manager, printer, reaches, plug, unplug } = await createGadgetRig(gadget);
  await reaches('ready');
  printer.endPaperAfter(3);
  const printing = manager.print(job('A', LONG));
  await reaches('faulted:paper-out', 10_000);
  const start = performance.now();
  await unplug();
  expect(await printing).toEqual({ outcome: 'uncertain', reason: 'unplugged' });
  expect(performance.now() - start).toBeLessThan(3_000);
  await reaches('absent');
  printer.controlOut(
    { type: 'class', recipient: 'interface', request: 2, value: 0, index: 0 },
    new Uint8Array(),
  );
  printer.setPaper('ok');
  await plug();
  await reaches('ready', RECOVERY_MS);
  expect(await manager.print(job('B'))).toEqual({ outcome: 'printed' });
});

test('two printers print at once', async () => {
  const [one, other] = [await createGadgetRig(gadget), await createGadgetRig(secondGadget)];
  await Promise.all([one.reaches('ready'), other.reaches('ready')]);
  expect(await Promise.all([one.manager.print(job('A', 100)), other.manager.print(job('B', 100))])).toEqual([
    { outcome: 'printed' },
    { outcome: 'printed' },
  ]);
  expect(one.printer.printedText()[99]).toBe('A 100/100');
  expect(other.printer.printedText()[99]).toBe('B 100/100');
});

test('a printer that usblp took is taken back', async () => {
  insertModule('usblp');
  try {
    const { manager, reaches } = await createGadgetRig(gadget);
    await reaches('ready');
    expect(await manager.print(job('A'))).toEqual({ outcome: 'printed' });
  } finally {
    removeModule('usblp');
  }
});

test('another program that holds the printer keeps it', async () => {
  const { bus, manager, reaches } = await createGadgetRig(gadget);
  await reaches('ready');
  await manager.close();
  const [device] = await bus.list();
  const endpoint = device?.interfaces[0]?.endpoints.find(({ direction }) => direction === 'out');
  if (!device || !endpoint) throw new Error('No device');
  const holder = await bus.open(device, 0);
  await expect(bus.open(device, 0)).rejects.toMatchObject({ kind: 'busy' });
  await holder.transferOut(endpoint.number, Uint8Array.of(0x0a), { deadlineMs: 1_000 });
  await holder.close();
});

test('when its hub is reset in the middle of a job, nothing prints twice and it is ready again within 5 s', async () => {
  const rig = await createGadgetRig(gadget);
  const { manager, printer, reaches } = rig;
  await reaches('ready');
  const found = new Promise<void>((resolve) => {
    manager.onChanged(({ state }) => state.name === 'opening' && resolve());
  });
  printer.setSpeed(20);
  const printing = manager.print(job('A', 60));
  await until('the job is in its middle', RECOVERY_MS, () => printer.printedText().length > 0);
  resetHub(findKernelDevice(gadget.serialNumber));
  const start = performance.now();
  await found;
  await reaches('ready');
  expect(performance.now() - start).toBeLessThan(RECOVERY_MS);
  await printsOnce(rig, await printing);
});

test('when another program resets its port in the middle of a job, nothing prints twice', async () => {
  const rig = await createGadgetRig(gadget);
  const { manager, printer, reaches } = rig;
  await reaches('ready');
  printer.setSpeed(20);
  const printing = manager.print(job('A', 60));
  await until('the job is in its middle', RECOVERY_MS, () => printer.printedText().length > 0);
  resetPort(findKernelDevice(gadget.serialNumber));
  const result = await printing;
  await pass(2_000);
  await reaches('ready');
  await printsOnce(rig, result);
});

/**
 * Job A ended somehow, with no line out twice; job B prints. What was on its way when the port was reset is lost, and so
 * may be the answer to the first question after it: then B is truthfully not printed and is given again, as an officer
 * would, and still stands there once.
 */
async function printsOnce({ manager, printer, reaches }: GadgetRig, { outcome }: PrintResult) {
  expect(outcome).not.toBe('not-printed');
  printer.setSpeed(0);
  let second = await manager.print(job('B'));
  if (second.outcome === 'not-printed') {
    await reaches('ready');
    second = await manager.print(job('B'));
  }
  expect(second).toEqual({ outcome: 'printed' });
  const lines = printer.printedText();
  expect(new Set(lines).size).toBe(lines.length);
}
