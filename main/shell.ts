import { join } from 'node:path';
import { app, type BrowserWindow, screen } from 'electron';
import type { Face } from '../contract/shell/face.ts';
import { readEnrolmentFile } from './enrolment-file.ts';
import { chooseHost } from './host/choose-host.ts';
import { log } from './log.ts';
import type { ShellOptions } from './options.ts';
import { createEmbeddedCentral } from './practice/embedded-central.ts';
import type { ProgramFiles } from './program.ts';
import { createStationProcess } from './station-process.ts';
import { prepareStationStart } from './station-start.ts';
import type { Supervisor } from './supervisor/supervisor.ts';
import { titleSuffixes } from './translation/messages.ts';
import { endWithTrouble, troubleOf } from './trouble.ts';
import { READY_LIMIT_MS, reportReady, sinceStartMs } from './until-ready.ts';
import { openFaceWindow } from './windows/face-window.ts';
import { faceLayouts } from './windows/faces.ts';
import { openPageSession } from './windows/page-session.ts';

export interface ShellSetting {
  readonly options: ShellOptions;
  readonly program: ProgramFiles;
  readonly dataFolder: string;
  readonly cameraFile: string | null;
  /** Executable of Node 24, used only when this Electron's own Node is too old. */
  readonly nodePath: string;
}

/** Composes the shell. The station and the counter's window start side by side; the rest waits for the counter. */
export async function runShell(setting: ShellSetting): Promise<void> {
  const { dataFolder, options, program } = setting;
  const practice = options.mode === 'practice';
  const compiledFolder = join(app.getPath('userData'), 'compiled');
  const host = chooseHost({ nodePath: setting.nodePath, compiledFolder }, log);
  const start = prepareStationStart({
    mode: options.mode,
    dataFolder,
    resourcesFolder: program.resources,
    cameraFile: setting.cameraFile,
  });
  start.catch((error: unknown) => endWithTrouble(troubleOf(error), String(error), options.untilReady));
  const station = createStationProcess({ host, modulePath: program.station, start, log });
  const supervisors: Supervisor[] = [station.supervisor];
  if (options.central) station.setCentral(options.central.url, options.central.enrolmentCode);
  if (options.enrolmentFile) {
    const { path, fingerprint } = options.enrolmentFile;
    station.acceptEnrolmentFile(readEnrolmentFile(path, log), fingerprint);
  }
  stopBeforeQuit(supervisors);

  // Under plain Node the station comes up while Chromium does.
  if (!host.needsElectronReady) station.supervisor.start();
  await app.whenReady();
  if (host.needsElectronReady) station.supervisor.start();
  const pages = openPageSession(program.renderer);
  let counterSeen = false;
  const counter = openWindow('counter', null);
  counter.on('closed', () => app.quit());
  app.on('second-instance', () => counter.focus());
  if (options.untilReady) setTimeout(endTooLate, READY_LIMIT_MS);

  function openWindow(face: Face, place: { x: number; y: number } | null): BrowserWindow {
    const layout = faceLayouts[face];
    const fallback = process.env.ANJUNGAN_RUNTIME === 'registry' ? titleSuffixes.fallbackRuntime : '';
    return openFaceWindow(
      {
        layout,
        session: pages,
        preloadFile: program.preload,
        kiosk: layout.kiosk && !practice,
        devTools: options.development,
        titleSuffix: `${practice ? titleSuffixes.practice : ''}${fallback}`,
        place,
        focus: face === 'counter',
        log: (line) => log(`${face}: ${line}`),
      },
      {
        listens: station.relay.listens,
        leaves: station.relay.leaves,
        interactive: () => {
          if (face === 'counter' && !counterSeen) counterInteractive();
        },
      },
    );
  }

  function counterInteractive(): void {
    counterSeen = true;
    const startMs = sinceStartMs();
    log(`counter interactive after ${Math.round(startMs)} ms`);
    if (options.untilReady) {
      void reportReady(counter, startMs, station.supervisor.pid()).then(
        () => app.quit(),
        (error: Error) => {
          log(`not ready: ${error.message}`);
          app.exit(1);
        },
      );
      return;
    }
    if (options.tray) openTray();
    openCitizenFaces();
    if (options.embeddedCentral) startCentral();
  }

  function openTray(): void {
    const { x, y, width } = counter.getBounds();
    const area = screen.getDisplayMatching(counter.getBounds()).workArea;
    const tray = faceLayouts['practice-tray'];
    openWindow('practice-tray', {
      x: Math.min(x + width, area.x + area.width - tray.width),
      y: Math.max(y, area.y),
    });
  }

  /** Each on a screen of its own while there are enough; the desktop finds a place for the others. */
  function openCitizenFaces(): void {
    const own = screen.getDisplayMatching(counter.getBounds()).id;
    const others = screen.getAllDisplays().filter(({ id }) => id !== own);
    for (const [place, face] of options.faces.entries()) {
      const area = others[place]?.workArea;
      openWindow(face, area ? { x: area.x, y: area.y } : null);
    }
  }

  function startCentral(): void {
    const central = createEmbeddedCentral({
      host,
      modulePath: program.central,
      resourcesFolder: program.resources,
      dataFolder,
      found: station.setCentral,
      log,
    });
    supervisors.push(central);
    central.start();
  }

  function endTooLate(): void {
    log(`not ready after ${READY_LIMIT_MS} ms; the station is ${station.supervisor.state().name}`);
    app.exit(1);
  }
}

/** The processes end first, each within its grace; then the application. */
function stopBeforeQuit(supervisors: readonly Supervisor[]): void {
  let stopping = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    void Promise.all(supervisors.map((supervisor) => supervisor.stop())).then(() => app.exit(0));
  });
  app.on('window-all-closed', () => app.quit());
}
