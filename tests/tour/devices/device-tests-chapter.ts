import { layCard, liftCard } from '../../e2e/support/card-tray.ts';
import { device } from './device-page-chapter.ts';
import type { Journey } from './journey.ts';

/** Each trial the device page offers, and a busy printer; begins and ends on that page. */
export async function deviceTestsChapter(journey: Journey): Promise<void> {
  const { counter, tray, press, shown, look, lookOnBoth, papersCome } = journey;
  const tap = (name: string) => counter.getByRole('button', { name, exact: true }).click();

  await tap('Cetak percobaan');
  await shown('the printer is busy', device(counter, 'Printer struk').getByText('Sedang bekerja'));
  await look('busy');
  await papersCome(1, 'test-print-paper');
  await shown('that the test paper is out', counter.getByText('Kertas uji sudah tercetak'));
  await lookOnBoth('test-print');

  await press('Pindai KTP');
  await shown('the kind of code', counter.getByText('Jenisnya: nomor KTP atau KK.'));
  await look('test-scan');

  await tap('Coba kartu');
  await shown('what to do with the card', counter.getByText('Letakkan kartu apa saja'));
  await look('test-card-wanted');
  await layCard(tray, 'KTP-el');
  await shown('the card was read', counter.getByText('Kartu tempel.'));
  await lookOnBoth('test-card');
  await liftCard(tray);

  await tap('Lihat kamera');
  const dialog = counter.getByRole('dialog', { name: 'Lihat kamera' });
  await shown('what the camera sees', dialog.locator('video'));
  await look('test-camera');
  await dialog.getByRole('button', { name: 'Tutup' }).click();

  await tap('Cetak catatan');
  await papersCome(1, 'device-log-paper');
  await look('device-log-printed');
}
