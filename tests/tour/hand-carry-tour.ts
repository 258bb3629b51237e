import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { PRACTICE_OFFICER } from '../../central/process/embedded.ts';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { signIn } from '../e2e/support/counter.ts';
import { startHeadlessStation } from '../e2e/support/headless-station.ts';
import { type Launched, launch } from '../e2e/support/launch.ts';
import { prepareDrafts } from '../e2e/support/prepared-drafts.ts';
import { submitApplication } from '../e2e/support/register.ts';
import { signInHeadless } from '../e2e/support/submit-specimen.ts';
import { exportCentral, startOutsideCentral } from './outside-central.ts';
import { NEW_NAME, publishNews } from './publish-news.ts';
import { runCentral } from './run-central.ts';
import { type Take, takePictures } from './take-pictures.ts';

const ENROLMENT_CODE = 'flashdisk-kode-pendaftaran';
/** The first two go with the first file, the third with the second, which holds all three. */
const PEOPLE = 3;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The home screen shows the newest drafts, so the last of them goes first. */
const people = () => loadSpecimens().slice(0, PEOPLE);

const exportedSchema = z.array(
  z.object({
    application: z.object({ trackingCode: z.string(), attachments: z.array(z.unknown()) }),
    arrived: z.array(z.string()),
  }),
);

interface Tour {
  readonly kioskFolder: string;
  readonly centralFolder: string;
  /** The drive as the kiosk sees it, and as the office does. */
  readonly drive: string;
  readonly take: Take;
}

/**
 * The upload without any line: applications are registered with no network at all, saved to a drive, received at the
 * office by command and by central's box, and the replies read at the kiosk, with the catalog and the settings the office published meanwhile.
 * @returns whether each is at central exactly once, with all its pictures, and the kiosk knows
 */
export async function handCarryTour(folder: string): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'anjungan-carry-'));
  const kioskFolder = join(data, 'kiosk');
  const tour: Tour = {
    kioskFolder,
    centralFolder: join(data, 'central'),
    drive: join(kioskFolder, 'flashdisk-latihan'),
    take: takePictures(folder),
  };
  try {
    await enrolAtTheOffice(tour);
    const { codes, files } = await registerAndSave(tour);
    await receiveAtTheOffice(tour, files);
    const delivered = await readReplies(tour);
    return await compare(tour, codes, delivered);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The kiosk is set up where there is a line, and never sees one again. */
async function enrolAtTheOffice({ kioskFolder, centralFolder }: Tour): Promise<void> {
  const central = await startOutsideCentral(centralFolder, ENROLMENT_CODE);
  try {
    const station = await startHeadlessStation(kioskFolder);
    const counter = station.face('counter');
    await signInHeadless(counter);
    const events = await counter.system.events();
    station.setCentral(central.url, ENROLMENT_CODE);
    for await (const _ of events) if ((await counter.system.facts()).stationId !== '') break;
    await station.stop();
  } finally {
    await central.stop();
  }
  await prepareDrafts(kioskFolder, people());
  say('the kiosk is enrolled; from here on there is no network');
}

async function withKiosk<Result>(tour: Tour, work: (kiosk: Launched) => Promise<Result>): Promise<Result> {
  const kiosk = await launch({ dataFolder: tour.kioskFolder, central: 'none' });
  try {
    await signIn(kiosk.counter);
    return await work(kiosk);
  } finally {
    await kiosk.close();
  }
}

async function registerAndSave(tour: Tour): Promise<{ codes: string[]; files: string[] }> {
  return await withKiosk(tour, async ({ counter }) => {
    const { take } = tour;
    const codes: string[] = [];
    const files: string[] = [];
    for (const [place, { fullName }] of people().toReversed().entries()) {
      await counter
        .getByRole('button', { name: new RegExp(`^${fullName}`) })
        .first()
        .click();
      codes.push(await submitApplication(counter));
      await counter.getByRole('button', { name: 'Selesai' }).click();
      say(`registered ${codes.at(-1)}`);
      if (place === 0) continue;
      const isFirst = place === 1;
      if (isFirst) await take('home', counter);
      const dialog = await openCarry(counter);
      if (isFirst) await take('choose-the-drive', counter);
      await dialog.getByRole('button', { name: 'Simpan ke flashdisk' }).click();
      await dialog.getByText('Simpan selesai. Cabut flashdisk, bawa ke kantor.').waitFor();
      await take(isFirst ? 'saved' : 'saved-second', counter);
      await dialog.getByRole('button', { name: 'Selesai' }).click();
      const file = readdirSync(tour.drive).find((name) => name.endsWith('.ajk') && !files.includes(name));
      if (!file) throw new Error('no file came onto the drive');
      files.push(file);
    }
    return { codes, files };
  });
}

async function goTo(counter: Page, place: string): Promise<void> {
  await counter.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
}

async function openCarry(counter: Page) {
  await counter.getByRole('button', { name: 'Flashdisk', exact: true }).click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Kirim lewat flashdisk' }).waitFor();
  await dialog.getByText('ANJUNGAN LATIHAN').waitFor();
  return dialog;
}

/** The first file by command, the second by central's box; its reply comes by command again, as a repetition. */
async function receiveAtTheOffice(tour: Tour, [first = '', second = '']: readonly string[]): Promise<void> {
  await importFile(tour, join(tour.drive, first), 'received');
  for (const line of await publishNews(tour.centralFolder)) say(`central: ${line}`);
  const central = await startOutsideCentral(tour.centralFolder, ENROLMENT_CODE);
  const browser = await openBrowser();
  try {
    const { page } = browser;
    await page.goto(`${central.url}/petugas/masuk`);
    await page.getByLabel('Nama petugas').fill(PRACTICE_OFFICER.name);
    await page.getByLabel('Kata sandi').fill(PRACTICE_OFFICER.secret);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('link', { name: 'Kiriman flashdisk' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kiriman flashdisk' }).waitFor();
    await tour.take('central-box', page);
    const upload = async (path: string) => {
      await page.getByLabel('Berkas kiriman').setInputFiles(path);
      await page.getByRole('button', { name: 'Terima kiriman' }).click();
    };
    await upload(spoiledCopy(tour, second));
    await page.getByText('Kiriman ditolak, tidak ada yang disimpan').waitFor();
    await tour.take('central-refuses-a-changed-file', page);
    await upload(join(tour.drive, second));
    await page.getByRole('heading', { name: 'Kiriman diterima' }).waitFor();
    await tour.take('central-received', page);
    await upload(join(tour.drive, second));
    await page.getByText('Kiriman ini sudah pernah diterima').waitFor();
    await tour.take('central-the-same-again', page);
  } finally {
    await browser.close();
    await central.stop();
  }
  await importFile(tour, join(tour.drive, second), 'replayed');
}

/** A copy beside the drive in which one bit of the last picture is another. */
function spoiledCopy(tour: Tour, name: string): string {
  const path = join(tour.centralFolder, name);
  copyFileSync(join(tour.drive, name), path);
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return path;
}

/** As `npm run central -- import FILE`, a process of its own. */
async function importFile(tour: Tour, path: string, outcome: string): Promise<void> {
  const line = await runCentral(tour.centralFolder, ['import', path]);
  say(`central import: ${line}`);
  const said = z.object({ outcome: z.literal(outcome), rejected: z.literal(0) }).safeParse(JSON.parse(line));
  if (!said.success) throw new Error(`the import was to end as ${outcome}`);
}

/** Answers how many the kiosk knows as delivered; it still has no network. */
async function readReplies(tour: Tour): Promise<number> {
  await withKiosk(tour, async ({ counter }) => {
    const dialog = await openCarry(counter);
    await tour.take('back-from-the-office', counter);
    await dialog.getByRole('button', { name: 'Baca balasan kantor' }).click();
    for (const count of [2, 1]) await dialog.getByText(`${count} permohonan sudah diterima kantor`).waitFor();
    for (const news of ['Aturan dan tarif dari kantor', 'Pengaturan kiosk'])
      await dialog.getByText(news).last().waitFor();
    await tour.take('reply-read', counter);
    await dialog.getByRole('button', { name: 'Selesai' }).click();
    await counter.getByText('Semua sudah terkirim').waitFor();
    await counter.getByText(NEW_NAME).first().waitFor();
    await tour.take('home-delivered', counter);
    await goTo(counter, '#/outbox');
    await counter.getByText(/berlaku sejak .*, diterima/).waitFor();
    await tour.take('catalog-by-the-drive', counter);
    await goTo(counter, '#/');
    await counter.getByRole('button', { name: 'English' }).click();
    await counter.getByRole('button', { name: 'USB drive', exact: true }).click();
    await counter.getByText('Back from the office').waitFor();
    await tour.take('in-english', counter);
  });
  const station = await startHeadlessStation(tour.kioskFolder);
  try {
    const counter = station.face('counter');
    await signInHeadless(counter);
    return (await counter.outbox.summary()).delivered;
  } finally {
    await station.stop();
  }
}

async function compare(tour: Tour, codes: readonly string[], delivered: number): Promise<boolean> {
  const file = join(tour.centralFolder, 'central.json');
  await exportCentral(tour.centralFolder, file);
  const held = exportedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const found = held.map(({ application }) => application.trackingCode);
  const duplicates =
    found.length - new Set(found).size + found.filter((code) => !codes.includes(code)).length;
  const incomplete = held.filter(
    ({ application, arrived }) => arrived.length < application.attachments.length,
  );
  const missing = codes.filter((code) => !found.includes(code)).length + incomplete.length;
  say(`carried ${codes.length} delivered ${delivered} duplicates ${duplicates} missing ${missing}`);
  return delivered === codes.length && duplicates === 0 && missing === 0;
}
