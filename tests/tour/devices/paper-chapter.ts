import { aboutPaper, issueTicket } from '../../e2e/support/printed-ticket.ts';
import type { Journey } from './journey.ts';

/** Paper that is out before and in the middle of a ticket, and a cable that is pulled; begins anywhere, ends on the home screen. */
export async function paperChapter(journey: Journey): Promise<void> {
  const { counter } = journey;
  await counter.evaluate(() => {
    window.location.hash = '#/';
  });
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
  await outBefore(journey);
  await outInTheMiddle(journey);
  await cablePulled(journey);
}

async function outBefore({ counter, press, shown, lookOnBoth, papersCome, look }: Journey): Promise<void> {
  await press('Habiskan kertas');
  const number = await issueTicket(counter, 'Belum tercetak');
  await look('paper-out-ticket');
  await counter.getByRole('button', { name: 'Selesai', exact: true }).click();
  const about = aboutPaper(counter, number);
  await shown('the paper is out, on the home screen', about.getByText('Kertas habis. Pasang gulungan baru.'));
  await lookOnBoth('paper-out-home');
  await press('Isi kertas');
  await papersCome(0, 'paper-refilled-nothing-yet');
  await about.getByRole('button', { name: 'Cetak sekarang' }).click();
  await about.waitFor({ state: 'detached' });
  await papersCome(1, 'paper-refilled-printed-once');
}

async function outInTheMiddle({ counter, press, shown, look, papersCome, holds }: Journey): Promise<void> {
  const number = await issueTicket(counter, 'Sudah tercetak', async (dialog) => {
    await dialog.getByText('Sedang dicetak').waitFor();
    await press('Habiskan kertas');
    await shown('the paper ran out while printing', dialog.getByText('Kertas habis. Buka tutup printer'));
    await look('paper-out-while-printing');
    await press('Isi kertas');
  });
  await look('paper-refilled-goes-on');
  await counter.getByRole('button', { name: 'Selesai', exact: true }).click();
  await papersCome(1, 'went-on-printed-once');
  holds('nobody is asked about it', (await aboutPaper(counter, number).count()) === 0);
}

/** The half paper is cut off before the whole one, so that no paper carries the data of two citizens: two pieces. */
async function cablePulled({ counter, press, shown, lookOnBoth, look, papersCome }: Journey): Promise<void> {
  const pull = () =>
    issueTicket(counter, 'Belum pasti tercetak', async (dialog) => {
      await dialog.getByText('Sedang dicetak').waitFor();
      await press('Cabut printer');
    });
  const number = await pull();
  await look('uncertain-ticket');
  await counter.getByRole('button', { name: 'Selesai', exact: true }).click();
  await press('Pasang printer');
  const about = aboutPaper(counter, number);
  await shown('the question about the uncertain paper', about.getByText('apakah kertasnya keluar?'));
  await lookOnBoth('uncertain-question');
  await papersCome(0, 'uncertain-nothing-by-itself');
  await about.getByRole('button', { name: 'Tidak, cetak lagi' }).click();
  await about.waitFor({ state: 'detached' });
  await papersCome(2, 'uncertain-half-one-and-whole-one');

  const other = aboutPaper(counter, await pull());
  await counter.getByRole('button', { name: 'Selesai', exact: true }).click();
  await press('Pasang printer');
  await shown('the question about the second one', other.getByText('apakah kertasnya keluar?'));
  await other.getByRole('button', { name: 'Ya, keluar' }).click();
  await other.waitFor({ state: 'detached' });
  await papersCome(0, 'uncertain-came-out-nothing-again');
}
