/**
 * A thermal receipt printer below the USB seam: printer-class requests, a 4 kB buffer, ESC/POS processed in order,
 * real-time answers at once, paper as a picture. It fails the way hardware fails, when told to.
 */
import type { Cancel, Clock } from '../../clock.ts';
import { createListeners, type Unsubscribe } from '../../listeners.ts';
import { PAPER, type PaperWidth } from '../../receipt-printer/paper-width.ts';
import type { ControlSetup } from '../../transport/usb-transport.ts';
import type { InPacket, OutHandshake, VirtualUsbDevice } from '../usb/virtual-usb-device.ts';
import { type EscPosCommand, movesPaper } from './escpos-command.ts';
import { createEscPosParser, type EscPosProblem } from './escpos-parser.ts';
import { createPaperRoll, type PaperPiece, type PaperStrip } from './paper-roll.ts';
import { createPrintEngine } from './print-engine.ts';
import {
  automaticStatus,
  isOffline,
  type PrinterCondition,
  paperStatus,
  portStatus,
  realTimeAnswer,
} from './printer-condition.ts';
import { createRealTimeScanner } from './real-time-scanner.ts';
import {
  ENDPOINT_IN,
  ENDPOINT_OUT,
  printerDescriptor,
  printerDeviceId,
} from './virtual-printer-descriptor.ts';

export type PrinterAnswers = 'normal' | 'silent' | 'garbage';
export type PrinterStall = 'none' | 'in' | 'out';

export interface VirtualReceiptPrinter extends VirtualUsbDevice {
  readonly condition: PrinterCondition;
  /** Called after every change of the condition or the paper. */
  onChanged(listener: () => void): Unsubscribe;
  /** `ok` is a new roll: what waits in the buffer prints on it. */
  setPaper(paper: PrinterCondition['paper']): void;
  /** The roll ends after this many more lines (a picture or QR code counts as one). */
  endPaperAfter(lines: number): void;
  setCover(open: boolean): void;
  setError(error: PrinterCondition['error']): void;
  /** Someone presses the button that takes it offline, or presses it again. */
  setPaused(paused: boolean): void;
  /** The mains lead is pulled: what has not been printed is lost, and the paper hangs as it is. */
  cutPower(): void;
  /** `silent` prints and never answers; `garbage` answers with bytes no printer sends. */
  setAnswers(answers: PrinterAnswers): void;
  setStall(stall: PrinterStall): void;
  /** Milliseconds per line; 0 prints at once. */
  setSpeed(millisecondsPerLine: number): void;
  /** The paper hanging out; null when there is none. */
  paper(): PaperStrip | null;
  /** How many pieces are cut off and not taken. */
  pieces(): number;
  /** Takes away the pieces already cut off. */
  takePaper(): readonly PaperPiece[];
  /** Every line of text printed since the printer was made, whatever became of the paper. */
  printedText(): readonly string[];
  /** What the last QR codes printed say, oldest first, whatever became of the paper. */
  printedCodes(): readonly string[];
  /** Everything received that no such printer understands. */
  readonly problems: readonly EscPosProblem[];
}

export interface VirtualReceiptPrinterOptions {
  readonly clock: Clock;
  readonly paperWidth: PaperWidth;
  readonly millisecondsPerLine?: number;
}

/** Receive buffer of the TM-T20 and TM-T88 as they leave the factory. */
const BUFFER_BYTES = 4_096;
/** Answers nobody reads; hardware stops answering when its own buffer is full. */
const MOST_ANSWERS = 64;
/** FF breaks the fixed bits of every answer there is. */
const GARBAGE = Uint8Array.of(0xff);
/** Half of what a roll has more than its printable width: 58 mm is 464 dots, 80 mm is 640. */
const MARGIN_DOTS: Readonly<Record<PaperWidth, number>> = { 58: 40, 80: 32 };

export function createVirtualReceiptPrinter(options: VirtualReceiptPrinterOptions): VirtualReceiptPrinter {
  const { clock, paperWidth } = options;
  const roll = createPaperRoll(PAPER[paperWidth].dots, MARGIN_DOTS[paperWidth]);
  const engine = createPrintEngine(roll);
  const scanner = createRealTimeScanner();
  const ready = createListeners<void>();
  const changes = createListeners<void>();
  const problems: EscPosProblem[] = [];
  let parser = createEscPosParser();
  let condition: PrinterCondition = { paper: 'ok', coverOpen: false, error: null, paused: false };
  let buffer: number[] = [];
  let held: EscPosCommand | null = null;
  let answers: Uint8Array[] = [];
  let answering: PrinterAnswers = 'normal';
  let stall: PrinterStall = 'none';
  let automatic = false;
  let working = false;
  let linesLeft: number | null = null;
  let speed = options.millisecondsPerLine ?? 0;
  let printing: Cancel | null = null;

  return {
    descriptor: printerDescriptor(paperWidth),
    controlIn,
    controlOut,
    packetOut,
    packetIn,
    onReady: ready.add,
    get condition() {
      return condition;
    },
    onChanged: changes.add,
    setPaper(paper) {
      linesLeft = null;
      setCondition({ paper });
    },
    endPaperAfter(lines) {
      linesLeft = lines;
    },
    setCover: (coverOpen) => setCondition({ coverOpen }),
    setError: (error) => setCondition({ error }),
    setPaused: (paused) => setCondition({ paused }),
    cutPower: forget,
    setAnswers(next) {
      answering = next;
    },
    setStall(next) {
      stall = next;
      ready.emit();
    },
    setSpeed(millisecondsPerLine) {
      speed = millisecondsPerLine;
    },
    paper: roll.strip,
    pieces: roll.pieces,
    takePaper() {
      const pieces = roll.takePieces();
      changes.emit();
      return pieces;
    },
    printedText: roll.printedText,
    printedCodes: roll.printedCodes,
    problems,
  };

  function controlIn(setup: ControlSetup): Uint8Array | 'stall' {
    if (setup.type !== 'class' || setup.recipient !== 'interface') return 'stall';
    if (setup.request === 0) return printerDeviceId(paperWidth);
    if (setup.request === 1) return Uint8Array.of(portStatus(condition));
    return 'stall';
  }

  function controlOut(setup: ControlSetup, bytes: Uint8Array): 'ack' | 'stall' {
    if (setup.type !== 'class' || setup.recipient !== 'interface') return 'stall';
    if (setup.request !== 2 || bytes.length > 0) return 'stall';
    forget();
    ready.emit();
    return 'ack';
  }

  function forget() {
    printing?.();
    printing = null;
    buffer = [];
    held = null;
    answers = [];
    automatic = false;
    parser = createEscPosParser();
    engine.reset();
  }

  function packetOut(endpoint: number, packet: Uint8Array): OutHandshake {
    if (endpoint !== ENDPOINT_OUT || stall === 'out') return 'stall';
    if (buffer.length + packet.length > BUFFER_BYTES) return 'nak';
    for (const byte of packet) {
      const query = scanner.push(byte);
      if (query) answer(Uint8Array.of(realTimeAnswer(query, condition)));
      buffer.push(byte);
    }
    work();
    return 'ack';
  }

  function packetIn(endpoint: number): InPacket {
    if (endpoint !== ENDPOINT_IN || stall === 'in') return 'stall';
    return answers.shift() ?? 'nak';
  }

  function answer(bytes: Uint8Array) {
    if (answering === 'silent' || answers.length >= MOST_ANSWERS) return;
    answers.push(answering === 'garbage' ? GARBAGE : bytes);
    ready.emit();
  }

  function setCondition(change: Partial<PrinterCondition>) {
    const before = automaticStatus(condition);
    condition = { ...condition, ...change };
    const after = automaticStatus(condition);
    if (automatic && Buffer.compare(before, after) !== 0) answer(after);
    changes.emit();
    work();
  }

  /** Processes the buffer until it is empty, the printer is offline, or a line takes its time. */
  function work() {
    // An answer wakes the host, which may send more before this loop is done; the loop then takes that too.
    if (working) return;
    working = true;
    let freed = false;
    while (!printing && !isOffline(condition)) {
      const command = held ?? next();
      if (command === 'empty') break;
      held = null;
      freed = true;
      if (command) obey(command);
    }
    working = false;
    if (freed) ready.emit();
  }

  /** The next command; null when a byte completed none. */
  function next(): EscPosCommand | null | 'empty' {
    const byte = buffer.shift();
    if (byte === undefined) return 'empty';
    const parsed = parser.push(byte);
    if (parsed.kind === 'problem') problems.push(parsed.problem);
    return parsed.kind === 'command' ? parsed.command : null;
  }

  function obey(command: EscPosCommand) {
    if (movesPaper(command)) {
      if (linesLeft === 0) {
        held = command;
        linesLeft = null;
        setCondition({ paper: 'out' });
        return;
      }
      if (linesLeft !== null) linesLeft -= 1;
    }
    if (command.name === 'automatic-status') {
      automatic = command.mask !== 0;
      if (automatic) answer(automaticStatus(condition));
    } else if (command.name === 'send-status') {
      answer(Uint8Array.of(command.which === 'paper' ? paperStatus(condition) : 0));
    } else if (command.name === 'initialize') {
      automatic = false;
      engine.reset();
    } else if (command.name !== 'real-time' && !engine.run(command)) {
      problems.push({ bytes: [], message: `The printer cannot do ${command.name}` });
    }
    if (movesPaper(command)) finishLine(command);
  }

  function finishLine(command: EscPosCommand) {
    changes.emit();
    if (speed <= 0) return;
    const lines = command.name === 'feed-lines' ? Math.max(1, command.lines) : 1;
    printing = clock.after(speed * lines, () => {
      printing = null;
      work();
    });
  }
}
