import type { Page } from 'playwright-core';
import type { TroubleChange } from '../../../contract/station/practice-troubles.ts';
import { wordsOf } from './every-screen.ts';

/** Makes something ail a device in place of what does, or takes it back, by the menu of the tray. */
export async function makeTrouble(tray: Page, { device, trouble }: TroubleChange): Promise<void> {
  const words = wordsOf('id');
  const chosen = words(`tray.trouble.${trouble ?? 'none'}`);
  const [before = ''] = words(`tray.troubleOf.${device}`).split('{{');
  await tray.getByRole('button', { name: before }).click();
  await tray.getByRole('menuitemradio', { name: chosen, exact: true }).click();
  await tray.getByRole('button', { name: `${before}${chosen}`, exact: true }).waitFor();
}
