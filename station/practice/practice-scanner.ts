import { classifyScan } from '../../contract/domain/scan.ts';
import type { PracticeState, Scannable } from '../../contract/station/practice.ts';
import type { ScannerTrouble } from '../../contract/station/practice-troubles.ts';
import type { HidBus } from '../../drivers/transport/hid-transport.ts';
import { createVirtualHidBus } from '../../drivers/virtual/hid/virtual-hid-bus.ts';
import type { VirtualHidDevice } from '../../drivers/virtual/hid/virtual-hid-device.ts';
import { createVirtualScanner } from '../../drivers/virtual/scanner/virtual-scanner.ts';
import type { Clock } from '../clock/clock.ts';
import { driverClock } from '../devices/driver-clock.ts';
import { missingCase } from '../missing-case.ts';
import { refusal } from '../rpc/refusal.ts';
import { createSocket } from './socket.ts';
import type { PracticeSpecimen } from './specimens.ts';
import { createScannerTroubles } from './troubles/scanner-troubles.ts';

/** The scanner that lies on the practice tray. */
export interface PracticeScanner {
  /** Has the virtual scanner plugged in. */
  readonly hid: HidBus;
  state(): PracticeState['scanner'];
  setPlugged(plugged: boolean): void;
  setTrouble(trouble: ScannerTrouble | null): Promise<void>;
  /** Holds a code before the scanner. Throws `NOT_FOUND` or `CONFLICT`. */
  scan(what: Scannable, specimen: PracticeSpecimen | undefined): void;
}

/** As the bar code on a card comes from a scanner: Code 128. */
const BAR_CODE = ']C0';
const QR_CODE = ']Q1';

/** `printedCodes` tells what the QR codes of the papers printed so far say, oldest first. */
export function createPracticeScanner(clock: Clock, printedCodes: () => readonly string[]): PracticeScanner {
  const ticks = driverClock(clock);
  const hid = createVirtualHidBus(ticks);
  const about = { clock: ticks, name: 'Virtual scanner' };
  const scanner = createVirtualScanner(about);
  const another = createVirtualScanner({ ...about, layout: 'trigger-only' });
  const socket = createSocket<VirtualHidDevice>(hid, scanner);
  const troubles = createScannerTroubles(hid, socket, scanner, another);
  socket.setPlugged(true);

  function lastPaper(kind: 'ticket' | 'receipt'): string | undefined {
    return printedCodes().findLast((code) => classifyScan(code).kind === kind);
  }

  function codeOf(what: Scannable, specimen: PracticeSpecimen | undefined): string | undefined {
    switch (what) {
      case 'ticket':
      case 'receipt':
        return lastPaper(what);
      case 'ktp':
        return specimen?.person.nik;
      case 'family-card':
        return specimen && String(specimen.values['identity.familyCard']);
      default:
        return missingCase(what);
    }
  }

  return {
    hid,
    state: () => ({
      plugged: socket.isPlugged(),
      papers: { ticket: lastPaper('ticket') !== undefined, receipt: lastPaper('receipt') !== undefined },
      trouble: troubles.now(),
    }),
    setPlugged: socket.setPlugged,
    setTrouble: troubles.set,
    scan(what, specimen) {
      const code = codeOf(what, specimen);
      if (code === undefined) throw refusal('NOT_FOUND');
      if (!socket.isPlugged()) throw refusal('CONFLICT');
      scanner.scan(code, what === 'ticket' || what === 'receipt' ? QR_CODE : BAR_CODE);
    },
  };
}
