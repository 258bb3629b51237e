import { loadSpecimens } from '../../../station/practice/specimens.ts';
import { layCard, liftCard } from '../../e2e/support/card-tray.ts';
import { fillField, goOnEvenSo, passportReplacement, startWithoutTicket } from '../../e2e/support/counter.ts';
import type { Journey } from './journey.ts';

/** Passports on the reader, from the code lines to each of the three verdicts; begins on the home screen. */
export async function passportChapter(journey: Journey): Promise<void> {
  const { counter, tray, shown, look, lookOnBoth, holds } = journey;
  const [siti] = loadSpecimens();
  const mrz = passportReplacement()
    .steps.flatMap((step) => step.fields)
    .find(({ type }) => type === 'mrz');
  if (!siti || !mrz) throw new Error('there is no specimen passport or no field for its lines');
  const dialog = counter.getByRole('dialog');
  const read = () => counter.getByRole('button', { name: 'Baca chip paspor' }).click();
  const done = () => dialog.getByRole('button', { name: 'Selesai' }).click();

  await startWithoutTicket(counter);
  await goOnEvenSo(counter, 'Paspor lama');
  await read();
  await shown('the lines are asked for', dialog.getByText('Isi dua baris kode paspor dulu'));
  await look('passport-lines-wanted');
  await counter.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await fillField(counter, mrz, String(siti.values['passport.mrz']));

  await read();
  await shown('where to lay it', dialog.getByText('Letakkan paspor di pembaca kartu'));
  await look('passport-wanted');
  await layCard(tray, 'paspor');
  const bar = dialog.getByRole('progressbar', { name: 'Kemajuan membaca' });
  await shown('how far reading is', bar);
  await look('passport-reading');
  await liftCard(tray);
  await shown('lay it again', dialog.getByText('Letakkan lagi paspornya'));
  await look('passport-pulled');
  await layCard(tray, 'paspor');
  await shown('genuine', dialog.getByText('Paspor asli'));
  const portrait = dialog.getByRole('img', { name: 'Foto di chip paspor' });
  await shown('the portrait', portrait);
  await portrait.evaluate((element) => (element as HTMLImageElement).decode());
  await lookOnBoth('passport-genuine');
  await done();
  const number = counter.getByRole('textbox', { name: 'Nomor paspor' });
  holds('the number came from the passport', (await number.inputValue()) === siti.person.passportNumber);
  await look('passport-filled');

  await layCard(tray, 'paspor penerbit tak dikenal');
  await read();
  await shown('issuer not known', dialog.getByText('Asli tidaknya belum dapat dipastikan'));
  holds('and no alarm', (await dialog.getByRole('alert').count()) === 0);
  await lookOnBoth('passport-unknown-issuer');
  await done();

  await layCard(tray, 'paspor palsu');
  await read();
  await shown('the alarm', dialog.getByRole('alert').filter({ hasText: 'chip paspor ini tidak sah' }));
  await lookOnBoth('passport-forged');
  await done();
  await liftCard(tray);
}
