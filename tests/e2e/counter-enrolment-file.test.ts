import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolCommand } from '../../central/process/enrol-command.ts';
import { RESOURCES, startTestCentral } from '../../central/testing/start-test-central.ts';
import { faultsOf } from './support/accessibility.ts';
import { signIn } from './support/counter.ts';
import { launch } from './support/launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'anjungan-enrolment-'));
const file = join(folder, 'kiosk.json');
let central: Awaited<ReturnType<typeof startTestCentral>>;
let fingerprint = '';

beforeAll(async () => {
  central = await startTestCentral();
  const name = 'Balai Pekon Spesimen';
  const options = { name, file, centralUrl: central.url, resourcesFolder: RESOURCES };
  await enrolCommand(central.database, options, (line) => {
    fingerprint = JSON.parse(line).fingerprint;
  });
});

afterAll(async () => {
  await central?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a kiosk is admitted by the file central issued, and no other kiosk after it', async () => {
  const args = [`--enrolment-file=${file}`, `--enrolment-fingerprint=${fingerprint}`];
  const first = await launch({ args });
  await signIn(first.counter);
  await first.counter.getByText('Internet tersambung').waitFor();
  expect(await first.counter.getByText('Kiosk belum bisa didaftarkan').count()).toBe(0);
  await first.close();

  const second = await launch({ args });
  await signIn(second.counter);
  await second.counter.getByText('Kode pendaftaran sudah dipakai atau kedaluwarsa.').waitFor();
  expect(await faultsOf(second.counter)).toEqual([]);
  await second.close();
});

test('a file that was changed on the way is refused in plain words', async () => {
  const changed = join(folder, 'changed.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(changed, text.replace(/.{8}"\}/, 'AAAAAAAA"}'));
  const kiosk = await launch({ args: [`--enrolment-file=${changed}`] });
  await signIn(kiosk.counter);
  await kiosk.counter.getByText('Berkas pendaftaran sudah berubah dari aslinya.').waitFor();
  await kiosk.close();
});
