import type { Page } from 'playwright-core';

/** Lays a document on the virtual reader, in place of what lies there; `what` as the tray names it. */
export async function layCard(tray: Page, what: string): Promise<void> {
  await tray.getByRole('button', { name: `Letakkan ${what}`, exact: true }).click();
  await tray.getByText('Di atasnya:').waitFor();
}

export async function liftCard(tray: Page): Promise<void> {
  await tray.getByRole('button', { name: 'Angkat kartu', exact: true }).click();
  await tray.getByText('Tidak ada kartu di atasnya.').waitFor();
}
