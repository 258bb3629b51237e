import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { catalogSchema, type Service } from '../../../contract/domain/catalog.ts';
import type { Field, Step } from '../../../contract/domain/form.ts';
import type { Specimen } from '../../../contract/station/practice.ts';

export const PRACTICE_PIN = '246810';

const catalogFile = new URL('../../../central/catalog/catalog.json', import.meta.url);

/** The service every end-to-end story uses. */
export function passportReplacement(): Service {
  const catalog = catalogSchema.parse(JSON.parse(readFileSync(catalogFile, 'utf8')));
  const service = catalog.services.find(({ key }) => key === 'passport-replacement-expired-adult');
  if (!service) throw new Error('the catalog lost its passport replacement');
  return service;
}

/** Chooses a specimen officer, the first where none is named, and enters the PIN. */
export async function enterPin(counter: Page, name?: string): Promise<void> {
  await counter.getByText('Siapa yang bertugas?').waitFor();
  const officers = counter.getByRole('list').getByRole('button');
  await (name === undefined ? officers : officers.filter({ hasText: name })).first().click();
  await counter.getByLabel('PIN', { exact: true }).fill(PRACTICE_PIN);
  await counter.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** Signs a specimen officer in, the first where none is named; ends on the home screen. */
export async function signIn(counter: Page, name?: string): Promise<void> {
  await enterPin(counter, name);
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
}

/** Issues a number and takes it to the counter; answers the number. */
export async function serveNewTicket(counter: Page, onTicket?: () => Promise<void>): Promise<string> {
  await counter.getByRole('button', { name: 'Ambil nomor' }).first().click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cetak nomor' }).click();
  const shown = dialog.getByText(/^[A-Z]-\d{3}$/);
  await shown.waitFor();
  const number = (await shown.textContent())?.trim() ?? '';
  await dialog.getByText('Sudah tercetak').waitFor();
  await onTicket?.();
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  await counter
    .getByRole('button', { name: new RegExp(`(Layani|Lanjutkan) ${number}`) })
    .first()
    .click();
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
  return number;
}

/** Begins without a number. */
export async function startWithoutTicket(counter: Page): Promise<void> {
  await counter.getByRole('button', { name: 'Daftarkan tanpa nomor' }).click();
  await counter.getByRole('menuitemradio', { name: passportReplacement().name.id }).click();
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
}

export async function fillField(
  counter: Page,
  field: Field,
  value: string | number | boolean,
): Promise<void> {
  const label = field.label.id;
  switch (field.type) {
    case 'choice': {
      const option = field.options?.find(({ key }) => key === value);
      const group = counter.getByRole('radiogroup', { name: label });
      await group.getByText(option?.label.id ?? String(value), { exact: true }).click();
      return;
    }
    case 'birth-date':
    case 'date': {
      const [year = '', month = '', day = ''] = String(value).split('-');
      const group = counter.getByRole('group', { name: label });
      await group.getByLabel('Tanggal').fill(day);
      await group.getByLabel('Bulan').fill(month);
      await group.getByLabel('Tahun').fill(year);
      return;
    }
    case 'mrz': {
      const [first = '', second = ''] = String(value).split('\n');
      await counter.getByRole('textbox', { name: 'Baris 1' }).fill(first);
      await counter.getByRole('textbox', { name: 'Baris 2' }).fill(second);
      const filled = field.fills?.find(({ part }) => part === 'documentNumber')?.field;
      // What the passport says arrives a moment later; typing into the same field meanwhile would meet it.
      if (filled) await counter.locator(`[name="${filled}"]:not([value=""])`).waitFor();
      return;
    }
    case 'village': {
      const box = counter.getByRole('combobox', { name: label });
      await box.click();
      // Without a pause between keys it would be a scanner.
      await box.pressSequentially('kubu per', { delay: 50 });
      await counter.getByRole('option').first().click();
      return;
    }
    default:
      await counter.getByRole('textbox', { name: label }).first().fill(String(value));
  }
}

export async function fillStep(counter: Page, step: Step, specimen: Specimen): Promise<void> {
  for (const field of step.fields) {
    const value = specimen.values[field.key];
    if (value !== undefined) await fillField(counter, field, value);
  }
}

/** Waits until the flow says that everything typed is durable. */
export async function saved(counter: Page): Promise<void> {
  await counter.getByTestId('save-status').filter({ hasText: 'Tersimpan' }).waitFor();
}

/**
 * Presses next and waits for the title of the step that follows. A step that was opened a moment ago takes no press, so
 * that a double tap does not skip it; a test is quicker than that and presses again.
 */
export async function goOn(counter: Page, following: string): Promise<void> {
  const heading = counter.getByRole('heading', { level: 1, name: following, exact: true });
  await pressUntil(counter.getByRole('button', { name: 'Lanjut', exact: true }), heading);
}

/** Opens a step that was reached before by its place on the rail. */
export async function openStep(counter: Page, title: string): Promise<void> {
  const rail = counter.getByRole('list', { name: 'Langkah' });
  await rail.getByRole('button').filter({ hasText: title }).click();
  await counter.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** As `goOn`, although something is still to be filled. */
export async function goOnEvenSo(counter: Page, following: string): Promise<void> {
  const heading = counter.getByRole('heading', { level: 1, name: following, exact: true });
  const evenSo = counter.getByRole('button', { name: 'Lanjut dulu' });
  await pressUntil(counter.getByRole('button', { name: 'Lanjut', exact: true }), heading.or(evenSo));
  if (await evenSo.isVisible()) await pressUntil(evenSo, heading);
}

const PRESSES = 12;
const PRESS_MS = 2_000;
/** A little longer than a freshly opened step takes no press. */
const PRESS_AGAIN_MS = 600;

/** Presses again until what should come has come. */
export async function pressUntil(button: Locator, shown: Locator): Promise<void> {
  // On a busy machine the screen may change between two presses, and then there is nothing left to press.
  await repeatUntil(
    (last) => (last ? button.click() : button.click({ timeout: PRESS_MS }).catch(() => undefined)),
    shown,
  );
}

/** Does something again until what should come has come. */
export async function repeatUntil(act: (last: boolean) => Promise<void>, shown: Locator): Promise<void> {
  for (let press = 1; press < PRESSES; press += 1) {
    await act(false);
    const came = await shown.waitFor({ timeout: PRESS_AGAIN_MS }).then(
      () => true,
      () => false,
    );
    if (came) return;
  }
  await act(true);
  await shown.waitFor();
}

/** Takes one picture with the camera that is on and keeps it. */
export async function takePicture(counter: Page, button: string): Promise<void> {
  await counter.getByRole('button', { name: button, exact: true }).click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Ambil gambar$/ }).click();
  await dialog.getByRole('button', { name: 'Pakai gambar ini' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Draws a stroke into the signing area and keeps it. */
export async function sign(counter: Page): Promise<void> {
  const pad = counter.getByRole('img', { name: 'Tanda tangan di sini' });
  const box = await pad.boundingBox();
  if (!box) throw new Error('the signing area is not on screen');
  await counter.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6);
  await counter.mouse.down();
  for (let part = 1; part <= 20; part += 1) {
    const x = box.x + box.width * (0.2 + part * 0.028);
    const y = box.y + box.height * (0.55 + 0.22 * Math.sin(part * 0.9));
    await counter.mouse.move(x, y);
  }
  await counter.mouse.up();
  await counter.getByRole('button', { name: 'Pakai tanda tangan' }).click();
  await counter.getByRole('button', { name: 'Tanda tangan ulang' }).waitFor();
}
