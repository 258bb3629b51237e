import { expect, test } from 'vitest';
import { createPrinterRig, type PrinterRig } from '../virtual/printer/printer-rig.ts';
import type { PrintReason } from './print-result.ts';
import { reaches } from './printer-acceptance-rig.ts';

interface Trouble {
  readonly reason: PrintReason;
  readonly make: (rig: PrinterRig) => void;
  readonly mend: (rig: PrinterRig) => void;
}

const ITSELF: readonly Trouble[] = [
  { reason: 'cutter', make: ({ printer }) => printer.setError('cutter'), mend: noError },
  { reason: 'overheated', make: ({ printer }) => printer.setError('recoverable'), mend: noError },
  { reason: 'hardware', make: ({ printer }) => printer.setError('unrecoverable'), mend: noError },
  {
    reason: 'offline',
    make: ({ printer }) => printer.setPaused(true),
    mend: ({ printer }) => printer.setPaused(false),
  },
  { reason: 'silent', make: ({ printer }) => printer.setAnswers('silent'), mend: answersAgain },
  { reason: 'error', make: ({ printer }) => printer.setAnswers('garbage'), mend: answersAgain },
  {
    reason: 'stalled',
    make: ({ printer }) => printer.setStall('out'),
    mend: ({ printer }) => printer.setStall('none'),
  },
];

function noError({ printer }: PrinterRig) {
  printer.setError(null);
}

function answersAgain({ printer }: PrinterRig) {
  printer.setAnswers('normal');
}

test.each(ITSELF)(
  '$reason while nothing prints: told once for as long as it lasts, then well',
  async (trouble) => {
    const rig = await createPrinterRig();
    trouble.make(rig);
    await reaches(rig, { name: 'faulted', reason: trouble.reason, holdsWork: false });
    await rig.linger(30_000);
    expect(await rig.print(Uint8Array.of(0x41, 0x0a))).toEqual({
      outcome: 'not-printed',
      reason: trouble.reason,
    });
    trouble.mend(rig);
    await reaches(rig, { name: 'ready' });
    expect(rig.states).toEqual(['opening', 'ready', `faulted:${trouble.reason}`, 'ready']);
    expect(rig.printed()).toBe('');
  },
);

test.each([
  ['busy', 'held-elsewhere'],
  ['denied', 'denied'],
] as const)(
  'a printer refused as %s when it is plugged in is %s until it can be opened',
  async (kind, reason) => {
    const rig = await createPrinterRig({ plugged: false });
    rig.bus.refuse(rig.printer, kind);
    rig.plug();
    await reaches(rig, { name: 'faulted', reason, holdsWork: false });
    rig.bus.refuse(rig.printer, null);
    await reaches(rig, { name: 'ready' });
  },
);

test('a slow printer is being opened for some seconds, and prints then', async () => {
  const rig = await createPrinterRig({ plugged: false });
  rig.bus.slow(rig.printer, 800);
  rig.plug();
  await rig.linger(4_000);
  expect(rig.states).toEqual(['opening']);
  await reaches(rig, { name: 'ready' }, 1_000);
  await rig.linger(30_000);
  expect(rig.states).toEqual(['opening', 'ready']);
  expect(await rig.print(Uint8Array.of(0x41, 0x0a))).toEqual({ outcome: 'printed' });
});

test('a stuck knife in the middle holds the job until it is free', async () => {
  const rig = await createPrinterRig();
  rig.printer.setSpeed(100);
  const printing = rig.manager.print(new TextEncoder().encode('A\n'.repeat(20)));
  await rig.until(() => rig.printed() !== '', 5_000);
  rig.printer.setError('cutter');
  await reaches(rig, { name: 'faulted', reason: 'cutter', holdsWork: true });
  rig.printer.setError(null);
  expect(await rig.finish(printing)).toEqual({ outcome: 'printed' });
  expect(rig.printed().split('\n')).toHaveLength(20);
});
