import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { faultsOf, resize } from './support/accessibility.ts';
import { walkEveryScreen, wordsOf } from './support/every-screen.ts';
import { type Launched, launch } from './support/launch.ts';
import { prepareDrafts } from './support/prepared-drafts.ts';
import { startTestCentralServer, type TestCentral } from './support/test-central.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-accessibility-'));
const people = loadSpecimens().slice(0, 2);
/** Thirty screens, each looked at twice. */
const WALK_LIMIT_MS = 280_000;
const screens = [
  { name: 'standing', width: 1080, height: 1920 },
  { name: 'lying', width: 1280, height: 800 },
] as const;
let central: TestCentral;
let kiosk: Launched;

beforeAll(async () => {
  await prepareDrafts(dataFolder, people);
  central = await startTestCentralServer();
  kiosk = await launch({ dataFolder, tray: true, central: central.address });
});

afterAll(async () => {
  await kiosk?.close();
  await central?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test.each([
  { language: 'en', place: 1 },
  { language: 'id', place: 0 },
] as const)(
  'every screen in $language is for everybody, on both screens',
  async ({ language, place }) => {
    const { counter } = kiosk;
    const other = wordsOf(language === 'en' ? 'id' : 'en');
    const faults: string[] = [];
    await counter
      .getByText(other('access.whoWorks'))
      .or(counter.getByText(wordsOf(language)('access.whoWorks')))
      .waitFor();
    const change = counter.getByRole('button', { name: language === 'en' ? /: English$/ : /: Indonesia$/ });
    if (await change.isVisible()) await change.click();
    await walkEveryScreen({
      counter,
      language,
      ready: people[place]?.fullName ?? '',
      async look(screen) {
        for (const { name, width, height } of screens) {
          await resize(kiosk, width, height);
          for (const fault of await faultsOf(counter)) faults.push(`${screen}, ${name}: ${fault}`);
        }
      },
    });
    expect(faults).toEqual([]);
  },
  WALK_LIMIT_MS,
);

test('the practice tray is for everybody, in both languages', async () => {
  const tray = await kiosk.tray();
  await tray.getByRole('region', { name: 'Kertas printer' }).getByRole('img').waitFor();
  const faults = await faultsOf(tray);
  await tray.getByRole('button', { name: /: English$/ }).click();
  await tray.getByRole('heading', { name: wordsOf('en')('tray.title') }).waitFor();
  expect([...faults, ...(await faultsOf(tray))]).toEqual([]);
});
