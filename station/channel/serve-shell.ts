import type { Face } from '../../contract/shell/face.ts';
import { type StationStart, type ToStation, toStationSchema } from '../../contract/shell/station-channel.ts';
import type { StationFatal } from '../../contract/shell/station-fatal.ts';
import { missingCase } from '../missing-case.ts';
import { StoreOpenError } from '../store/store-error.ts';
import type { FacePort } from './face-port.ts';
import { createFaces } from './faces.ts';
import type { ShellChannel } from './shell-channel.ts';

/** A composed station, as the channel needs it. */
export interface RunningStation {
  connectFace(port: FacePort, caller: { readonly face: Face; readonly faceId: number }): void;
  setCentral(address: { readonly url: string; readonly enrolmentCode: string | null }): void;
  /** Whether it was accepted is told on the officer's screen. */
  acceptEnrolmentFile(file: { readonly content: string; readonly fingerprint: string | null }): void;
  /** Ends calls and devices as they see fit, then closes the store. */
  close(): Promise<void>;
}

export interface ShellService {
  readonly channel: ShellChannel;
  readonly compose: (start: StationStart) => Promise<RunningStation>;
  readonly failed: (error: unknown) => void;
  /** The last word: leave with this exit code. */
  readonly exit: (code: number) => void;
}

/** Exit code of a station that said `fatal`. */
const FATAL_EXIT = 3;

/**
 * hello ─▶ waiting ─start─▶ composing ─▶ ready … ─stop─▶ closing ─▶ exit 0
 *                              └─ cannot run ─▶ fatal ─▶ exit 3
 *
 * Messages that are none of the contract's are dropped; a message that comes while composing waits for it.
 */
export function serveShell({ channel, compose, failed, exit }: ShellService): void {
  const faces = createFaces({
    send: (faceId, data) => void channel.send({ type: 'face-message', faceId, data }),
    connect: (port, caller) => station?.connectFace(port, caller),
  });
  let station: RunningStation | null = null;
  let starting: Promise<void> | null = null;
  let stopping = false;

  async function begin(start: StationStart): Promise<void> {
    try {
      station = await compose(start);
      await channel.send({ type: 'ready' });
    } catch (error) {
      failed(error);
      await channel.send({ type: 'fatal', reason: fatalReason(error) });
      exit(FATAL_EXIT);
    }
  }

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await starting;
    faces.closeAll();
    try {
      await station?.close();
    } catch (error) {
      failed(error);
    }
    exit(0);
  }

  function whenRunning(work: (running: RunningStation) => void): void {
    if (station) work(station);
    else void starting?.then(() => station && work(station));
  }

  function receive(message: ToStation): void {
    switch (message.type) {
      case 'start':
        starting ??= begin(message.start);
        break;
      case 'central':
        whenRunning((running) => running.setCentral(message));
        break;
      case 'enrolment-file':
        whenRunning((running) => running.acceptEnrolmentFile(message));
        break;
      case 'face-opened':
        whenRunning(() => faces.opened(message.faceId, message.face));
        break;
      case 'face-message':
        whenRunning(() => faces.message(message.faceId, message.data));
        break;
      case 'face-closed':
        whenRunning(() => faces.closed(message.faceId));
        break;
      case 'ping':
        void channel.send({ type: 'pong', sequence: message.sequence });
        break;
      case 'stop':
        void stop();
        break;
      default:
        missingCase(message);
    }
  }

  channel.onMessage((message) => {
    const known = toStationSchema.safeParse(message);
    if (known.success) receive(known.data);
  });
  channel.onClosed(() => void stop());
  void channel.send({ type: 'hello', pid: process.pid });
}

function fatalReason(error: unknown): StationFatal {
  return error instanceof StoreOpenError ? error.kind : 'unexpected';
}
