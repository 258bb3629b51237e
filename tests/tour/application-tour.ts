import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { serveNewTicket, signIn } from '../e2e/support/counter.ts';
import { type Launched, launch } from '../e2e/support/launch.ts';
import { paperPicture, takePaper } from '../e2e/support/paper.ts';
import { register } from '../e2e/support/register.ts';
import { openAlbum } from './album.ts';
import { exportCentral, startOutsideCentral } from './outside-central.ts';

const ENROLMENT_CODE = 'wisata-kode-pendaftaran';

/** One application from the ticket to central by the real faces, with a picture of every screen. */
export async function applicationTour(folder: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'anjungan-tour-'));
  try {
    const code = await walk(data, folder);
    const file = join(folder, 'central.json');
    await exportCentral(join(data, 'central'), file);
    const exported: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const found = Array.isArray(exported) && exported.some((each) => each.application?.trackingCode === code);
    if (!found) throw new Error(`central does not hold ${code}`);
    process.stdout.write(`${code} is at central, pictures and papers are in ${folder}\n`);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Answers the tracking code; central and kiosk have ended when it settles. */
async function walk(data: string, folder: string): Promise<string> {
  const central = await startOutsideCentral(join(data, 'central'), ENROLMENT_CODE);
  try {
    const kiosk = await launch({
      dataFolder: join(data, 'kiosk'),
      tray: true,
      central: { url: central.url, enrolmentCode: ENROLMENT_CODE },
    });
    try {
      return await walkFaces(kiosk, folder);
    } finally {
      await kiosk.close();
    }
  } finally {
    await central.stop();
  }
}

async function walkFaces(kiosk: Launched, folder: string): Promise<string> {
  const { counter } = kiosk;
  const tray = await kiosk.tray();
  const { look } = openAlbum(folder, counter);
  const specimen = loadSpecimens()[0];
  if (!specimen) throw new Error('no specimen citizen');

  await counter.getByText('Siapa yang bertugas?').waitFor();
  await look('sign-in');
  await signIn(counter);
  await look('home');
  await serveNewTicket(counter, async () => {
    await look('ticket');
    await savePaper(tray, join(folder, 'ticket.png'));
  });
  const code = await register({ counter, tray, specimen, look });
  await look('tray', tray);
  await savePaper(tray, join(folder, 'receipt.png'));
  await counter.getByRole('button', { name: 'Selesai' }).click();
  await counter.getByText('Semua sudah terkirim').waitFor({ timeout: 60_000 });
  await look('home-delivered');
  await counter.getByRole('button', { name: 'English' }).click();
  await counter.getByText('Everything is sent').waitFor();
  await look('home-english');
  return code;
}

async function savePaper(tray: Page, path: string): Promise<void> {
  writeFileSync(path, await paperPicture(tray));
  await takePaper(tray);
}
