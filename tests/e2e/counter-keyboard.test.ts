import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Field } from '../../contract/domain/form.ts';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { PRACTICE_PIN, passportReplacement, repeatUntil, saved } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';

const MOST_TABS = 60;
/** Without a pause between keys it would be a scanner. */
const HUMAN = { delay: 45 };
let kiosk: Launched;
let counter: Page;

beforeAll(async () => {
  kiosk = await launch();
  counter = kiosk.counter;
});

afterAll(() => kiosk?.close());

/** Presses Tab until the focus is on something with this name; answers never when it is not there. */
async function tabTo(name: RegExp): Promise<void> {
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    if (name.test(await focusedName(counter))) return;
    await counter.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached by Tab`);
}

/** The words on what has the focus, or its label. */
async function focusedName(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const group = element.closest('[role=radiogroup], [role=group]');
    const of = (each: Element | null | undefined) =>
      (each?.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const own = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
    return [of(group), of(element), element.getAttribute('aria-label'), own].filter(Boolean).join(' | ');
  });
}

async function fill(field: Field, value: string): Promise<void> {
  const { keyboard } = counter;
  await tabTo(new RegExp(`(^|\\| )${field.label.id}`));
  switch (field.type) {
    case 'choice': {
      const place = field.options?.findIndex(({ key }) => key === value) ?? 0;
      await keyboard.press('Space');
      for (let step = 0; step < place; step += 1) await keyboard.press('ArrowDown');
      return;
    }
    case 'birth-date':
    case 'date': {
      const [year = '', month = '', day = ''] = value.split('-');
      // A full box passes the focus on by itself.
      await keyboard.type(`${day}${month}${year}`, HUMAN);
      return;
    }
    case 'village':
      await keyboard.type('kubu per', HUMAN);
      await counter.getByRole('option').first().waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      return;
    default:
      await keyboard.type(value, HUMAN);
  }
}

test('a key that is held down presses once', async () => {
  const { keyboard } = counter;
  await counter.getByText('Siapa yang bertugas?').waitFor();
  await tabTo(/Melinda/);
  await keyboard.press('Enter');
  const pin = counter.getByLabel('PIN', { exact: true });
  await pin.waitFor();
  await tabTo(/Angka 7/);
  for (let repeats = 0; repeats < 4; repeats += 1) await keyboard.down('Enter');
  await keyboard.up('Enter');
  await keyboard.press('Enter');
  expect(await pin.inputValue()).toBe('77');
  await counter.getByRole('button', { name: 'Bukan saya' }).click();
});

test('an officer without a pointer signs in, fills the form and reaches the documents', async () => {
  const { keyboard } = counter;
  await counter.getByText('Siapa yang bertugas?').waitFor();
  await tabTo(/Melinda/);
  await keyboard.press('Enter');
  await counter.getByLabel('PIN', { exact: true }).waitFor();
  await keyboard.type(PRACTICE_PIN, HUMAN);
  await keyboard.press('Enter');
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
  await tabTo(/Daftarkan tanpa nomor/);
  await keyboard.press('Enter');
  await counter.getByRole('menuitemradio').first().waitFor();
  await keyboard.press('Enter');

  const values = loadSpecimens()[0]?.values ?? {};
  const { steps, products } = passportReplacement();
  for (const [place, step] of steps.entries()) {
    await counter.getByRole('heading', { level: 1, name: step.title.id, exact: true }).waitFor();
    if (step.kind !== 'fields' && step.kind !== 'product') break;
    for (const field of step.fields) {
      const value = values[field.key];
      if (value === undefined || field.type === 'mrz') continue;
      if (step.kind === 'product') {
        await tabTo(new RegExp(field.label.id));
        await keyboard.press('Space');
        if (products.findIndex(({ key }) => key === value) === 1) await keyboard.press('ArrowDown');
      } else await fill(field, String(value));
    }
    await saved(counter);
    await tabTo(/^Lanjut$/);
    const next = counter.getByRole('heading', {
      level: 1,
      name: steps[place + 1]?.title.id ?? '',
      exact: true,
    });
    await repeatUntil(() => keyboard.press('Enter'), next);
  }
  const complete = counter
    .getByRole('list', { name: 'Langkah' })
    .getByRole('button', { name: /sudah lengkap$/ });
  await expect.poll(() => complete.count()).toBe(5);
});

test('the step the officer is at looks the same under a pointer', async () => {
  const step = counter.locator('[aria-current=step]');
  const background = () => step.evaluate((element) => getComputedStyle(element).backgroundColor);
  const before = await background();
  await step.hover();
  expect(await background()).toBe(before);
});

test('a dialog keeps the focus, gives it back, and Escape leaves it', async () => {
  const { keyboard } = counter;
  await tabTo(/^Ambil gambar KTP-el/);
  await keyboard.press('Enter');
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ambil gambar', exact: true, disabled: false }).waitFor();
  for (let tab = 0; tab < 5; tab += 1) {
    await keyboard.press('Tab');
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => focusedName(counter)).toMatch(/^Ambil gambar KTP-el/);
});
