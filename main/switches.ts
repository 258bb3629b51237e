import { app } from 'electron';
import { cameraSwitches, FAKE_CAMERAS } from './practice/camera-file.ts';

/** One switch of the command line: its value, an empty string when it has none, undefined when it is not given. */
export function readSwitch(name: string): string | undefined {
  return app.commandLine.hasSwitch(name) ? app.commandLine.getSwitchValue(name) : undefined;
}

/**
 * Sets Chromium up. Must be called before Electron is ready.
 * @param cameraFile practice mode's camera, or null. A run that was given fake cameras of its own keeps those.
 */
export function setChromiumSwitches(cameraFile: string | null): void {
  const ownCameras = readSwitch(FAKE_CAMERAS) !== undefined;
  const switches: readonly (readonly [name: string, value?: string])[] = [
    // The browser's own words, such as those of an empty required field.
    ['lang', 'id'],
    // Pages have no business on the network; the station has its own way out.
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    ['disable-background-networking'],
    ['no-pings'],
    ['disable-pinch'],
    ['overscroll-history-navigation', '0'],
    // In MB. A page being made fills the smallest young generation, 1 MB, again and again, and each time it is cleared.
    ['js-flags', '--min-semi-space-size=16'],
    // A kiosk's PC may have to draw without its graphics card: fewer and larger pieces of a picture, and both cores at them.
    ['num-raster-threads', '2'],
    ['default-tile-width', '512'],
    ['default-tile-height', '512'],
    ...(cameraFile === null || ownCameras ? [] : cameraSwitches(cameraFile)),
  ];
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}
