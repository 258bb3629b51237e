import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadSpecimens } from '../../../station/practice/specimens.ts';
import { signIn } from './counter.ts';
import { wordsOf } from './every-screen.ts';
import { type Launched, launch } from './launch.ts';
import { prepareDrafts } from './prepared-drafts.ts';
import { startTestCentralServer, type TestCentral } from './test-central.ts';

/** The specimen officer who sees what citizens say. */
const SUPERVISOR = 'Rizal Way Besai';

/** A kiosk with the citizens' face beside an officer's counter that has sent one application. */
export interface CitizenKiosk {
  readonly kiosk: Launched;
  readonly page: Page;
  readonly trackingCode: string;
  readonly central: TestCentral;
  readonly close: () => Promise<void>;
}

export async function startCitizenKiosk(): Promise<CitizenKiosk> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-citizen-'));
  const [person] = loadSpecimens();
  if (!person) throw new Error('no specimen citizen');
  await prepareDrafts(dataFolder, [person]);
  const central = await startTestCentralServer();
  const kiosk = await launch({
    dataFolder,
    tray: true,
    central: central.address,
    args: ['--faces=self-service'],
  });
  await signIn(kiosk.counter, SUPERVISOR);
  return {
    kiosk,
    central,
    page: await kiosk.face('self-service'),
    trackingCode: await submitPrepared(kiosk.counter, person.fullName),
    async close() {
      await kiosk.close();
      await central.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Sends the draft that waits at its review; answers the code on its receipt. */
async function submitPrepared(counter: Page, fullName: string): Promise<string> {
  const words = wordsOf('id');
  await counter.evaluate(() => {
    window.location.hash = '#/drafts';
  });
  await counter.getByRole('button', { name: new RegExp(`^${fullName}`) }).click();
  await counter.getByRole('button', { name: words('closing.submit'), exact: true }).click();
  await counter.getByText(words('closing.printed')).waitFor();
  const code = await counter
    .getByText(/^LB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    .first()
    .textContent();
  await counter.getByRole('button', { name: words('common.done'), exact: true }).click();
  return code?.trim() ?? '';
}
