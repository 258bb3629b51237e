import type { DaySpan } from '../../contract/domain/time-of-day.ts';
import type { CameraScene, Layable, PracticeState, Scannable } from '../../contract/station/practice.ts';
import type { TroubleChange } from '../../contract/station/practice-troubles.ts';
import type { TrustList } from '../../drivers/emrtd/trust/trust-list.ts';
import type { PaperWidth } from '../../drivers/receipt-printer/paper-width.ts';
import type { HidBus } from '../../drivers/transport/hid-transport.ts';
import type { UsbBus } from '../../drivers/transport/usb-transport.ts';
import type { SpecimenPerson } from '../../drivers/virtual/camera/specimen-person.ts';
import { renderStill, writeScene } from '../../drivers/virtual/camera/virtual-camera.ts';
import { createVirtualReceiptPrinter } from '../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createVirtualUsbBus } from '../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { VirtualUsbDevice } from '../../drivers/virtual/usb/virtual-usb-device.ts';
import { nightFrom } from '../attendance/schedule.ts';
import type { Clock } from '../clock/clock.ts';
import type { IdentityCardReader } from '../devices/create-identity-card-reader.ts';
import { driverClock } from '../devices/driver-clock.ts';
import type { StationEvents } from '../events.ts';
import { missingCase } from '../missing-case.ts';
import { refusal } from '../rpc/refusal.ts';
import type { CentralAddress } from '../sync/sync-round.ts';
import { createPracticeIdentityCardReader } from './practice-identity-card-reader.ts';
import { createPracticeLine } from './practice-line.ts';
import { createPracticeReader } from './practice-reader.ts';
import { createPracticeScanner } from './practice-scanner.ts';
import { createPracticeStillCamera } from './practice-still-camera.ts';
import { createSocket } from './socket.ts';
import { loadSpecimens, type PracticeSpecimen } from './specimens.ts';
import { createPrinterTroubles } from './troubles/printer-troubles.ts';

/** Quick enough for a demonstration, slow enough to see the paper come: about 25 lines a second. */
const MILLISECONDS_PER_LINE = 40;
const PAPER_WIDTH = 80;
/** Drawing a scene takes a moment in which nothing else runs: not while the first screen is being opened. */
const FIRST_SCENE_AFTER_MS = 1_500;

/** The virtual devices of practice mode, below the seams where real ones would be. */
export interface Practice {
  /** Has the virtual printer and the virtual card reader plugged in. */
  readonly bus: UsbBus;
  /** Has the virtual scanner plugged in. */
  readonly hid: HidBus;
  readonly paperWidth: PaperWidth;
  /** The vendor's KTP-el reader of the tray. */
  readonly openIdentityCardReader: (onChanged: () => void) => IdentityCardReader;
  /** The invented country whose passports lie on the tray. */
  trust(): Promise<TrustList>;
  /** The same central, reached through the line the tray can cut. */
  throughLine(address: CentralAddress): Promise<CentralAddress>;
  /** Hours in which nobody is at the counter, where the tray says so; null leaves it to the schedule. */
  nightHours(): readonly DaySpan[] | null;
  /** What the tray says the power is. */
  power(): PracticeState['power'];
  state(): PracticeState;
  specimens(): readonly PracticeSpecimen[];
  /** PNG; null when no paper hangs out. */
  paper(): Uint8Array | null;
  takePaper(): void;
  setPrinter(change: PrinterChange): void;
  setScanner(plugged: boolean): void;
  /** Holds a printed paper or a specimen's card before the scanner. Throws `NOT_FOUND` or `CONFLICT`. */
  scan(what: Scannable, specimenKey: string): void;
  setReader(plugged: boolean): void;
  /** Throws `NOT_FOUND` for a specimen that does not exist. */
  layCard(what: Layable, specimenKey: string): Promise<void>;
  takeCard(): void;
  setIdentityCardReader(plugged: boolean): void;
  /** Throws `NOT_FOUND` for a specimen that does not exist, `CONFLICT` while the reader is unplugged. */
  readIdentityCard(specimenKey: string): Promise<void>;
  setStillCamera(plugged: boolean): Promise<void>;
  /** What ails a device is made or taken back; through its driver the kiosk finds out by itself. */
  setTrouble(change: TroubleChange): Promise<void>;
  /** Throws `NOT_FOUND` for a specimen that does not exist. */
  setScene(scene: CameraScene, specimenKey: string): Promise<void>;
  setLine(line: PracticeState['line']): Promise<void>;
  setHours(hours: PracticeState['hours']): void;
  setPower(power: PracticeState['power']): void;
  close(): Promise<void>;
}

export interface PrinterChange {
  readonly plugged?: boolean | undefined;
  readonly paper?: PracticeState['printer']['paper'] | undefined;
  readonly coverOpen?: boolean | undefined;
}

export interface PracticeDependencies {
  readonly clock: Clock;
  readonly events: StationEvents;
  /** File the browser plays as its camera; null when this run has none. */
  readonly cameraFile: string | null;
  /** The line is back: whoever waits for it may try at once. */
  readonly onLineRestored: () => void;
  readonly onTrouble: (error: unknown) => void;
}

export function createPractice(dependencies: PracticeDependencies): Practice {
  const { clock, events, cameraFile } = dependencies;
  const ticks = driverClock(clock);
  const bus = createVirtualUsbBus(ticks);
  const printer = createVirtualReceiptPrinter({
    clock: ticks,
    paperWidth: PAPER_WIDTH,
    millisecondsPerLine: MILLISECONDS_PER_LINE,
  });
  const socket = createSocket<VirtualUsbDevice>(bus, printer);
  const troubles = createPrinterTroubles(bus, socket, printer);
  const scanner = createPracticeScanner(clock, printer.printedCodes);
  const reader = createPracticeReader(bus, ticks);
  const specimens = loadSpecimens();
  const identityCardReader = createPracticeIdentityCardReader();
  const stillCamera = createPracticeStillCamera(bus, ticks);
  const line = createPracticeLine(clock);
  let scene: CameraScene = 'empty-table';
  let person = specimens[0]?.person;
  let power: PracticeState['power'] = 'mains';
  let night: readonly DaySpan[] | null = null;
  let taken: Uint8Array | null = null;

  socket.setPlugged(true);
  const cancelFirstScene = clock.after(FIRST_SCENE_AFTER_MS, () => {
    show(scene, specimens[0]?.key ?? '').catch(dependencies.onTrouble);
  });

  function find(specimenKey: string): PracticeSpecimen {
    const specimen = specimens.find(({ key }) => key === specimenKey);
    if (specimen === undefined) throw refusal('NOT_FOUND');
    return specimen;
  }

  function makeTrouble(change: TroubleChange): Promise<void> {
    switch (change.device) {
      case 'printer':
        return troubles.set(change.trouble);
      case 'scanner':
        return scanner.setTrouble(change.trouble);
      case 'reader':
        return reader.setTrouble(change.trouble);
      case 'identityCardReader':
        return identityCardReader.setTrouble(change.trouble);
      case 'stillCamera':
        return stillCamera.setTrouble(change.trouble);
      default:
        return missingCase(change);
    }
  }

  async function show(next: CameraScene, specimenKey: string): Promise<void> {
    const specimen = find(specimenKey);
    const paper = printer.paper()?.png ?? taken;
    if (cameraFile !== null) await writeScene(cameraFile, next, specimen.person, { paper });
    if (stillCamera.state().plugged) await showToStillCamera(next, specimen.person);
    scene = next;
    person = specimen.person;
  }

  /** Both cameras stand over the same desk. Drawn only while the camera is there: it takes a moment. */
  async function showToStillCamera(next: CameraScene, whose: SpecimenPerson | undefined): Promise<void> {
    const paper = printer.paper()?.png ?? taken;
    if (whose) stillCamera.see(await renderStill(next, whose, { paper }));
  }

  return {
    bus,
    hid: scanner.hid,
    paperWidth: PAPER_WIDTH,
    openIdentityCardReader: identityCardReader.open,
    trust: reader.trust,
    throughLine: async ({ url, enrolmentCode }) => ({ url: await line.through(url), enrolmentCode }),
    nightHours: () => night,
    power: () => power,
    state: () => ({
      printer: {
        plugged: socket.isPlugged(),
        paper: printer.condition.paper,
        coverOpen: printer.condition.coverOpen,
        paperWidth: `${PAPER_WIDTH}`,
        trouble: troubles.now(),
      },
      scanner: scanner.state(),
      reader: reader.state(),
      identityCardReader: identityCardReader.state(),
      stillCamera: stillCamera.state(),
      scene,
      line: line.state(),
      power,
      hours: night === null ? 'schedule' : 'night',
      papers: printer.pieces(),
    }),
    specimens: () => specimens,
    paper: () => printer.paper()?.png ?? null,
    takePaper() {
      taken = printer.takePaper().at(-1)?.png ?? taken;
      events.publish({ type: 'devices-changed' });
    },
    setPrinter({ plugged, paper, coverOpen }) {
      if (plugged !== undefined) socket.setPlugged(plugged);
      // Its own power lead comes out with it: a printer that only lost its line would print on what it holds.
      if (plugged === false) printer.cutPower();
      if (paper !== undefined) printer.setPaper(paper);
      if (coverOpen !== undefined) printer.setCover(coverOpen);
      events.publish({ type: 'devices-changed' });
    },
    setScanner(plugged) {
      scanner.setPlugged(plugged);
      events.publish({ type: 'devices-changed' });
    },
    scan(what, specimenKey) {
      scanner.scan(
        what,
        specimens.find(({ key }) => key === specimenKey),
      );
    },
    setReader(plugged) {
      reader.setPlugged(plugged);
      events.publish({ type: 'devices-changed' });
    },
    async layCard(what, specimenKey) {
      await reader.lay(what, find(specimenKey).person);
      events.publish({ type: 'devices-changed' });
    },
    takeCard() {
      reader.take();
      events.publish({ type: 'devices-changed' });
    },
    setIdentityCardReader(plugged) {
      identityCardReader.setPlugged(plugged);
      events.publish({ type: 'devices-changed' });
    },
    readIdentityCard: async (specimenKey) => await identityCardReader.read(find(specimenKey).person),
    async setStillCamera(plugged) {
      if (plugged) await showToStillCamera(scene, person);
      stillCamera.setPlugged(plugged);
      events.publish({ type: 'devices-changed' });
    },
    async setTrouble(change) {
      await makeTrouble(change);
      events.publish({ type: 'devices-changed' });
    },
    async setScene(next, specimenKey) {
      cancelFirstScene();
      await show(next, specimenKey);
      events.publish({ type: 'camera-changed' });
    },
    async setLine(next) {
      await line.set(next);
      if (next === 'up') dependencies.onLineRestored();
      events.publish({ type: 'outbox-changed' });
    },
    setHours(hours) {
      night = hours === 'night' ? nightFrom(clock.now()) : null;
      events.publish({ type: 'attendance-changed' });
    },
    setPower(next) {
      power = next;
      events.publish({ type: 'power-changed' });
    },
    close() {
      cancelFirstScene();
      return line.close();
    },
  };
}
