import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolCommand } from '../../central/process/enrol-command.ts';
import { stationCommand } from '../../central/process/station-command.ts';
import { RESOURCES, startTestCentral } from '../../central/testing/start-test-central.ts';
import { faultsOf } from './support/accessibility.ts';
import { signIn } from './support/counter.ts';
import { launch } from './support/launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'anjungan-revoked-'));
const dataFolder = join(folder, 'kiosk');
/** Folder for pictures of what is new on screen; none are made without it. */
const pictures = process.env.ANJUNGAN_PICTURES;
const NAME = 'Balai Pekon Spesimen';
let central: Awaited<ReturnType<typeof startTestCentral>>;

beforeAll(async () => {
  mkdirSync(dataFolder);
  central = await startTestCentral();
});
afterAll(async () => {
  await central?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fileFor(kiosk: { readonly name: string } | { readonly station: string }, name: string) {
  const file = join(folder, name);
  const options = { ...kiosk, file, centralUrl: central.url, resourcesFolder: RESOURCES };
  await enrolCommand(central.database, options, () => undefined);
  return [`--enrolment-file=${file}`];
}

test('a revoked kiosk says what to do, also after a restart without a line, and goes on with the new file', async () => {
  const kiosk = await launch({ dataFolder, args: await fileFor({ name: NAME }, 'first.json') });
  await signIn(kiosk.counter);
  await kiosk.counter.getByText('Internet tersambung').waitFor();
  await stationCommand(central.database, 'revoke', { station: NAME }, () => undefined);
  await kiosk.counter.evaluate(() => {
    window.location.hash = '#/outbox';
  });
  await kiosk.counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await kiosk.counter.getByText('Kiosk dicabut dari daftar kantor imigrasi').waitFor();
  await kiosk.counter.getByText('Semua permohonan tetap aman di kiosk').waitFor();
  expect(await faultsOf(kiosk.counter)).toEqual([]);
  await kiosk.close();

  const alone = await launch({ dataFolder });
  await signIn(alone.counter);
  await alone.counter.evaluate(() => {
    window.location.hash = '#/outbox';
  });
  await alone.counter.getByText('Kiosk dicabut dari daftar kantor imigrasi').waitFor();
  await alone.counter.getByText('Semua permohonan tetap aman di kiosk').waitFor();
  expect(await faultsOf(alone.counter)).toEqual([]);
  if (pictures) await alone.counter.screenshot({ path: join(pictures, 'revoked-without-a-line.png') });
  await alone.close();

  const again = await launch({ dataFolder, args: await fileFor({ station: NAME }, 'second.json') });
  await signIn(again.counter);
  await again.counter.getByText('Internet tersambung').waitFor();
  expect(await again.counter.getByText('Kiosk dicabut dari daftar kantor imigrasi').count()).toBe(0);
  await again.close();
});
