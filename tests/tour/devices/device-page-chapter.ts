import type { Page } from 'playwright-core';
import { wordsOf } from '../../e2e/support/every-screen.ts';
import type { Journey } from './journey.ts';

const words = wordsOf('id');

/** What a button of the tray does to a device, what the page then says of it, and how it is put right. */
const TROUBLES = [
  {
    name: 'paper-near-end',
    device: 'Printer struk',
    spoil: 'Kertas hampir habis',
    state: 'Kertas hampir habis',
    advice: words('device.paperNearEndAdvice'),
    mend: null,
  },
  {
    name: 'faulted-paper-out',
    device: 'Printer struk',
    spoil: 'Habiskan kertas',
    state: 'Perlu dilihat',
    advice: words('deviceReason.paper-out'),
    mend: 'Isi kertas',
  },
  {
    name: 'faulted-cover-open',
    device: 'Printer struk',
    spoil: 'Buka tutup',
    state: 'Perlu dilihat',
    advice: words('deviceReason.cover-open'),
    mend: 'Tutup penutup',
  },
  {
    name: 'absent-printer',
    device: 'Printer struk',
    spoil: 'Cabut printer',
    state: 'Tidak terpasang',
    advice: words('device.absentAdvice'),
    mend: 'Pasang printer',
  },
  {
    name: 'absent-scanner',
    device: 'Pemindai',
    spoil: 'Cabut pemindai',
    state: 'Tidak terpasang',
    advice: words('device.absentAdvice'),
    mend: 'Pasang pemindai',
  },
  {
    name: 'absent-card-reader',
    device: 'Pembaca kartu',
    spoil: 'Cabut pembaca kartu',
    state: 'Tidak terpasang',
    advice: words('device.absentAdvice'),
    mend: 'Pasang pembaca kartu',
  },
  {
    name: 'absent-identity-card-reader',
    device: 'Pembaca KTP-el',
    spoil: 'Cabut pembaca KTP-el',
    state: 'Tidak terpasang',
    advice: words('device.absentAdvice'),
    mend: 'Pasang pembaca KTP-el',
  },
  {
    name: 'absent-still-camera',
    device: 'Kamera foto',
    spoil: 'Cabut kamera foto',
    state: 'Tidak terpasang',
    advice: words('device.absentAdvice'),
    mend: 'Pasang kamera foto',
  },
] as const;

/** One device on the page. */
export function device(counter: Page, name: string) {
  return counter
    .getByRole('main')
    .getByRole('list', { name: 'Perangkat' })
    .getByRole('listitem')
    .filter({
      has: counter.getByText(name, { exact: true }),
    });
}

/** Devices that are there, that need paper or a hand at their cover, and that are not there, on the device page. */
export async function devicePageChapter(journey: Journey): Promise<void> {
  const { counter, press, shown, lookOnBoth } = journey;
  const stands = (name: string, state: string) =>
    shown(`${name}: ${state}`, device(counter, name).getByText(state, { exact: true }));
  await counter.evaluate(() => {
    window.location.hash = '#/devices';
  });
  await press('Pasang kamera foto');
  await press('Pasang pembaca KTP-el');
  for (const name of ['Printer struk', 'Pemindai', 'Pembaca kartu', 'Pembaca KTP-el', 'Kamera foto'])
    await stands(name, 'Siap');
  await lookOnBoth('ready');
  for (const { name, device: what, spoil, state, advice, mend } of TROUBLES) {
    await press(spoil);
    await stands(what, state);
    await shown(`${what}: ${advice}`, device(counter, what).getByText(advice));
    await lookOnBoth(name);
    if (mend === null) continue;
    await press(mend);
    await stands(what, 'Siap');
  }
  await shown(
    'what ailed the printer last',
    device(counter, 'Printer struk').getByText('Terakhir terganggu'),
  );
  await lookOnBoth('ready-again');
  await counter.getByRole('region', { name: 'Catatan perangkat' }).scrollIntoViewIfNeeded();
  await shown('opening, in the log', counter.getByText(/Kamera foto .*Sedang disiapkan/));
  await journey.look('log-with-opening');
}
