import type { Locator, Page } from 'playwright-core';

/** Issues a number; answers it once its paper is in the given state, with the dialog still open. */
export async function issueTicket(
  counter: Page,
  state: string,
  whilePrinting: (dialog: Locator) => Promise<void> = async () => {},
): Promise<string> {
  await counter.getByRole('button', { name: 'Ambil nomor' }).first().click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cetak nomor' }).click();
  const number = dialog.getByText(/^[A-Z]-\d{3}$/);
  await number.waitFor();
  await whilePrinting(dialog);
  await dialog.getByText(state).waitFor();
  return (await number.textContent()) ?? '';
}

/** The question or message about the paper of a number on the home screen. */
export function aboutPaper(counter: Page, number: string): Locator {
  return counter.getByRole('alert').filter({ hasText: `Nomor antrean ${number}` });
}
