import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../e2e/support/counter.ts';
import { launch } from '../e2e/support/launch.ts';
import { openAlbum } from './album.ts';
import { devicePageChapter } from './devices/device-page-chapter.ts';
import { deviceTestsChapter } from './devices/device-tests-chapter.ts';
import { formChapter } from './devices/form-chapter.ts';
import { openJourney } from './devices/journey.ts';
import { paperChapter } from './devices/paper-chapter.ts';
import { passportChapter } from './devices/passport-chapter.ts';
import { troublesChapter } from './devices/troubles-chapter.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Every device of the practice tray through its states, its trials and its troubles, by the real faces.
 * @returns whether everything that should be shown was shown, and no paper came out twice
 */
export async function deviceTour(folder: string): Promise<boolean> {
  const data = mkdtempSync(join(tmpdir(), 'anjungan-device-tour-'));
  try {
    const kiosk = await launch({ dataFolder: data, tray: true });
    const album = openAlbum(folder, kiosk.counter);
    const journey = openJourney(kiosk, await kiosk.tray(), album);
    try {
      await signIn(kiosk.counter);
      await devicePageChapter(journey);
      await troublesChapter(journey);
      await deviceTestsChapter(journey);
      await paperChapter(journey);
      await passportChapter(journey);
      await formChapter(journey);
    } catch (error) {
      await album.look('not-as-expected').catch(() => undefined);
      await album.look('not-as-expected-tray', journey.tray).catch(() => undefined);
      say(`after ${journey.seen()} as expected, not so: ${error instanceof Error ? error.message : error}`);
      return false;
    } finally {
      await kiosk.close();
    }
    const { expected, counted } = journey.papers();
    say(
      `${journey.seen()} shown as expected, 0 missing, ${counted} papers printed where ${expected} were asked for, ` +
        `${album.count()} pictures in ${folder}`,
    );
    return counted === expected;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
