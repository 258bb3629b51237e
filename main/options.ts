import type { Face } from '../contract/shell/face.ts';

/** What the command line asks for. */
export interface ShellOptions {
  readonly mode: 'practice' | 'production';
  /** Absolute or relative to the working directory; null for the default below Electron's own folder. */
  readonly dataFolder: string | null;
  /** An outside central, told to the station. */
  readonly central: { readonly url: string; readonly enrolmentCode: string | null } | null;
  /** Path of a file central issued; it says where central is. */
  readonly enrolmentFile: { readonly path: string; readonly fingerprint: string | null } | null;
  /** Practice mode's own central, started when the counter is interactive. */
  readonly embeddedCentral: boolean;
  readonly tray: boolean;
  /** Faces opened beside the counter, as in `--faces=self-service,display`; names it does not know are left out. */
  readonly faces: readonly CitizenFace[];
  readonly development: boolean;
  /** Show the counter, report how long it took, end. */
  readonly untilReady: boolean;
}

/** Faces of the citizens' side of the hall, each with a screen of its own. */
const citizenFaces = ['self-service', 'display'] as const satisfies readonly Face[];
export type CitizenFace = (typeof citizenFaces)[number];

/** Reads one switch: its value, an empty string when it has none, undefined when it is not given. */
export type ReadSwitch = (name: string) => string | undefined;

export function readOptions(read: ReadSwitch): ShellOptions {
  const centralUrl = read('central-url');
  const practice = read('practice') !== undefined;
  const filePath = read('enrolment-file') || null;
  return {
    mode: practice ? 'practice' : 'production',
    dataFolder: read('data-folder') || null,
    central: centralUrl ? { url: centralUrl, enrolmentCode: read('enrolment-code') || null } : null,
    enrolmentFile:
      filePath === null ? null : { path: filePath, fingerprint: read('enrolment-fingerprint') || null },
    embeddedCentral: practice && !centralUrl && filePath === null && read('no-central') === undefined,
    tray: practice && read('no-tray') === undefined,
    faces: readFaces(read('faces') ?? ''),
    development: read('development') !== undefined,
    untilReady: read('until-ready') !== undefined,
  };
}

function readFaces(list: string): CitizenFace[] {
  const wanted = list.split(',').map((name) => name.trim());
  return citizenFaces.filter((face) => wanted.includes(face));
}

/** Switches that open a door into the application; a packaged one refuses to run with any of them. */
const refusedWhenPackaged = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'development',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'auth-server-allowlist',
  'log-net-log',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
] as const;

/** In production also these: they are how practice and tests run. */
const refusedInProduction = [
  'no-sandbox',
  'use-fake-device-for-media-stream',
  'use-fake-ui-for-media-stream',
  'use-file-for-fake-video-capture',
] as const;

/** The first switch this run must not have, or undefined. */
export function refusedSwitch(
  read: ReadSwitch,
  mode: ShellOptions['mode'],
  packaged: boolean,
): string | undefined {
  if (!packaged) return undefined;
  const refused =
    mode === 'production' ? [...refusedWhenPackaged, ...refusedInProduction] : refusedWhenPackaged;
  return refused.find((name) => read(name) !== undefined);
}
