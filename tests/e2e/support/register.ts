import type { Page } from 'playwright-core';
import type { CameraScene, Specimen } from '../../../contract/station/practice.ts';
import { fillStep, goOn, passportReplacement, saved, sign, takePicture } from './counter.ts';

export interface RegisterOptions {
  readonly counter: Page;
  readonly tray: Page;
  readonly specimen: Specimen;
  /** Called when a screen is as it should be looked at. */
  readonly look?: (name: string) => Promise<void>;
}

const TRACKING_CODE = /^LB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/;

const scenes: Readonly<Record<CameraScene, string>> = {
  'empty-table': 'Meja kosong',
  ktp: 'KTP-el',
  'passport-page': 'Halaman data paspor',
  'passport-cover': 'Sampul paspor',
  'printed-paper': 'Kertas tercetak',
  face: 'Wajah',
};

/** Puts something under the virtual camera as a person at the tray would. */
export async function putUnderCamera(tray: Page, scene: CameraScene): Promise<void> {
  const choice = tray
    .getByRole('radiogroup', { name: 'Di bawah kamera' })
    .getByText(scenes[scene], { exact: true });
  await choice.click();
  await tray.getByRole('radio', { name: scenes[scene], checked: true }).waitFor();
}

/** Fills every step by the faces alone; begins on the step "Data diri" and ends on the review. */
export async function fillApplication({
  counter,
  tray,
  specimen,
  look = async () => {},
}: RegisterOptions): Promise<void> {
  const service = passportReplacement();
  const titles = service.steps.map(({ title }) => title.id);
  for (const [place, step] of service.steps.entries()) {
    switch (step.kind) {
      case 'fields':
      case 'product':
        if (step.kind === 'product') {
          const product = service.products.find(({ key }) => key === specimen.values['product.key']);
          await counter.getByText(product?.name.id ?? '', { exact: true }).click();
        } else await fillStep(counter, step, specimen);
        break;
      case 'documents':
        await putUnderCamera(tray, 'ktp');
        await takePicture(counter, 'Ambil gambar KTP-el: Sisi depan');
        await putUnderCamera(tray, 'passport-page');
        await takePicture(counter, 'Ambil gambar Paspor lama: Halaman data');
        await putUnderCamera(tray, 'passport-cover');
        await takePicture(counter, 'Ambil gambar Paspor lama: Sampul');
        break;
      case 'photo':
        await putUnderCamera(tray, 'face');
        await takePicture(counter, 'Ambil foto');
        break;
      case 'signature':
        await sign(counter);
        break;
      case 'consent':
        for (const { label } of service.consent.statements)
          await counter.getByText(label.id, { exact: true }).click();
        break;
      case 'review':
        break;
    }
    await saved(counter);
    await look(step.key);
    const following = titles[place + 1];
    if (following) await goOn(counter, following);
  }
}

/** Sends what stands on the review; ends on the success screen with the receipt printed. Answers the tracking code. */
export async function submitApplication(counter: Page, presses: 1 | 2 = 1): Promise<string> {
  await counter.getByRole('button', { name: 'Kirim permohonan' }).click({ clickCount: presses });
  await counter.getByRole('heading', { name: 'Permohonan tersimpan' }).waitFor();
  const code = await counter.getByText(TRACKING_CODE).first().textContent();
  await counter.getByText('Tanda terima sudah tercetak').waitFor();
  return code?.trim() ?? '';
}

/** From the first field to the receipt; begins on the step "Data diri" and ends on the success screen. */
export async function register(options: RegisterOptions): Promise<string> {
  await fillApplication(options);
  const code = await submitApplication(options.counter);
  await options.look?.('submitted');
  return code;
}
