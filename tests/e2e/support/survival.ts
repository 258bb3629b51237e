import type { Page } from 'playwright-core';
import type { Service } from '../../../contract/domain/catalog.ts';
import type { Step } from '../../../contract/domain/form.ts';
import type { Specimen } from '../../../contract/station/practice.ts';
import { enterPin, fillStep, saved, sign, takePicture } from './counter.ts';
import type { Launched } from './launch.ts';

/** Does on the open step what a person would, with whatever lies under the camera. */
export async function doStep(counter: Page, service: Service, step: Step, specimen: Specimen): Promise<void> {
  switch (step.kind) {
    case 'fields':
      return await fillStep(counter, step, specimen);
    case 'product': {
      const product = service.products.find(({ key }) => key === specimen.values['product.key']);
      return await counter.getByText(product?.name.id ?? '', { exact: true }).click();
    }
    case 'documents':
      return await takePicture(counter, 'Ambil gambar KTP-el: Sisi depan');
    case 'photo':
      return await takePicture(counter, 'Ambil foto');
    case 'signature':
      return await sign(counter);
    case 'consent':
      for (const { label } of service.consent.statements)
        await counter.getByText(label.id, { exact: true }).click();
      return;
    case 'review':
      return;
  }
}

/** Ends the station as a power cut would and lets the face come back to where it was, by itself but for the PIN. */
export async function killStation({ counter, stationPid }: Launched): Promise<void> {
  const heading = await openTitle(counter);
  process.kill(await stationPid(), 'SIGKILL');
  await enterPin(counter);
  await counter.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

/** Everything that stands in the open step, as the station knows it: the page is loaded anew and remembers nothing. */
export async function readAgain(counter: Page): Promise<readonly string[]> {
  const heading = await openTitle(counter);
  await counter.reload();
  await counter.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  await saved(counter);
  return await standing(counter);
}

/** Every box with what is in it, every choice that is made, every picture that is kept. */
export async function standing(counter: Page): Promise<readonly string[]> {
  return await counter
    .getByRole('main')
    .evaluate((main) => [
      ...[...main.querySelectorAll('input')].map((box) =>
        box.type === 'radio' || box.type === 'checkbox'
          ? `${box.name} ${box.value} ${box.checked}`
          : `${box.name} ${box.value}`,
      ),
      ...[...main.querySelectorAll('dd')].map((words) => words.textContent ?? ''),
      ...[...main.querySelectorAll('img')].map((picture) => `picture ${picture.alt}`),
    ]);
}

async function openTitle(counter: Page): Promise<string> {
  return (await counter.getByRole('heading', { level: 1 }).textContent()) ?? '';
}
