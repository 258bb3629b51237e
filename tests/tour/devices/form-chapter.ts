import { openStep } from '../../e2e/support/camera-page.ts';
import { pressUntil } from '../../e2e/support/counter.ts';
import { wordsOf } from '../../e2e/support/every-screen.ts';
import { putUnderCamera } from '../../e2e/support/register.ts';
import { makeTrouble } from '../../e2e/support/tray-trouble.ts';
import type { Journey } from './journey.ts';

/** What a still camera can answer the order to take a picture with; `no-picture` after twenty seconds. */
const AT_THE_SHUTTER = [
  'store-full',
  'no-store',
  'not-a-jpeg',
  'too-large',
  'refused',
  'no-picture',
] as const;
const OTHER_NAME = 'SPESIMEN KELIRU';

/** What documents and cameras put into the form; begins on the step of the passport, whose chip was read. */
export async function formChapter(journey: Journey): Promise<void> {
  const { counter } = journey;
  await counter.getByRole('button', { name: 'Kembali', exact: true }).click();
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
  await identityCardReader(journey);
  await difference(journey);
  await stillCamera(journey);
  await openStep(counter, 'Periksa');
  const told = counter.getByText('Di chip paspor tertulis');
  await journey.shown('the difference, on the review', told);
  await told.scrollIntoViewIfNeeded();
  await journey.lookOnBoth('chip-differs-review');
}

async function identityCardReader({
  counter,
  press,
  shown,
  look,
  lookOnBoth,
  holds,
}: Journey): Promise<void> {
  const way = counter.getByRole('button', { name: 'Isi dari pembaca KTP-el' });
  await shown('the way to the KTP-el reader', way);
  await way.click();
  const dialog = counter.getByRole('dialog');
  await shown('where to read it', dialog.getByText('Baca KTP-el di alat pembaca KTP-el'));
  await look('identity-card-wanted');
  await press('Baca KTP-el di alat');
  await shown('what was filled', dialog.getByText('Terisi dari KTP-el'));
  await lookOnBoth('identity-card-filled');
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  const nik = await counter.getByRole('textbox', { name: 'NIK' }).first().inputValue();
  holds('the NIK came from the card', /^\d{16}$/.test(nik));
}

async function difference({ counter, shown, lookOnBoth }: Journey): Promise<void> {
  await counter.getByRole('textbox', { name: 'Nama lengkap' }).first().fill(OTHER_NAME);
  await counter.getByRole('textbox', { name: 'NIK' }).first().focus();
  await shown('what the chip says instead', counter.getByText('Di chip paspor tertulis'));
  await shown('what the KTP-el says instead', counter.getByText('Di KTP-el tertulis'));
  await counter.getByRole('button', { name: /^Pakai isi chip/ }).scrollIntoViewIfNeeded();
  await lookOnBoth('chip-differs');
  await counter
    .getByRole('button', { name: /^Tetap yang diketik/ })
    .last()
    .click();
  await counter.getByText('Di KTP-el tertulis').waitFor({ state: 'detached' });
  await lookOnBoth('chip-differs-one-settled');
}

async function stillCamera({ counter, tray, shown, look, lookOnBoth }: Journey): Promise<void> {
  await openStep(counter, 'Dokumen');
  await putUnderCamera(tray, 'ktp');
  await counter.getByRole('button', { name: 'Ambil gambar KTP-el: Sisi depan' }).click();
  const dialog = counter.getByRole('dialog');
  await shown('what the live camera sees', dialog.locator('video'));
  await dialog.getByRole('button', { name: 'Kamera latihan' }).click();
  const still = counter.getByRole('menuitemradio', { name: 'Kamera foto Virtual still camera' });
  await shown('the still camera, to be chosen', still);
  await look('still-camera-choice');
  await still.click();
  await shown('what to do with it', dialog.getByText('Arahkan kamera foto'));
  await lookOnBoth('still-camera-aim');
  const take = dialog.getByRole('button', { name: 'Ambil gambar', exact: true });
  const words = wordsOf('id');
  for (const trouble of AT_THE_SHUTTER) {
    await makeTrouble(tray, { device: 'stillCamera', trouble });
    const advice = dialog.getByRole('alert').getByText(words(`deviceReason.camera-${trouble}`));
    await pressUntil(take, advice.or(dialog.getByText(words('capture.stillTaking'))).first());
    await shown(`the still camera: ${trouble}`, advice);
    await look(`still-camera-${trouble}`);
    await makeTrouble(tray, { device: 'stillCamera', trouble: null });
  }
  await take.click();
  await shown('its picture', dialog.getByRole('img', { name: /^Gambar / }));
  await lookOnBoth('still-camera-taken');
  await dialog.getByRole('button', { name: 'Pakai gambar ini' }).click();
  await dialog.waitFor({ state: 'detached' });
}
