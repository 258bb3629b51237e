import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Language } from '../../../contract/domain/localized.ts';
import { PRACTICE_PIN, passportReplacement, pressUntil } from './counter.ts';

export interface WalkOptions {
  readonly counter: Page;
  readonly language: Language;
  /** Name on a draft that is ready to be sent. */
  readonly ready: string;
  /** Called when a screen stands still. */
  readonly look: (screen: string) => Promise<void>;
}

const wordFile = z.record(z.string(), z.unknown());

/** A word of the faces by its key, such as `common.next` or `device.state.ready`. */
export function wordsOf(language: Language): (key: string) => string {
  return (key) => {
    const [file = '', ...names] = key.split('.');
    const url = new URL(`../../../renderer/words/${language}/${file}.json`, import.meta.url);
    const all: unknown = JSON.parse(readFileSync(url, 'utf8'));
    return z.string().parse(names.reduce((inner, name) => wordFile.parse(inner)[name], all));
  };
}

/** Goes through every screen of the counter face, from the closed counter to the closed counter. */
export async function walkEveryScreen({ counter, language, ready, look }: WalkOptions): Promise<void> {
  const words = wordsOf(language);
  const button = (key: string) => counter.getByRole('button', { name: words(key), exact: true });
  const dialog = counter.getByRole('dialog').or(counter.getByRole('alertdialog'));
  const heading = (name: string) => counter.getByRole('heading', { level: 1, name, exact: true });
  const place = async (hash: string, title: string) => {
    await counter.evaluate((next) => {
      window.location.hash = next;
    }, hash);
    await heading(words(title)).waitFor();
  };

  await counter.getByText(words('access.whoWorks')).waitFor();
  await look('officers');
  await counter.getByRole('list').getByRole('button').first().click();
  await counter.getByLabel('PIN', { exact: true }).fill('000000');
  await button('access.signIn').click();
  await counter.getByText(language === 'id' ? 'PIN belum benar' : 'not right').waitFor();
  await look('wrong PIN');
  await counter.getByLabel('PIN', { exact: true }).fill(PRACTICE_PIN);
  await button('access.signIn').click();
  await counter.getByRole('heading', { name: words('home.queue') }).waitFor();
  await look('home');

  await button('home.issueTicket').first().click();
  await look('ticket dialog');
  await dialog.getByRole('button', { name: words('queue.print') }).click();
  await dialog.getByText(/^[A-Z]-\d{3}$/).waitFor();
  await look('issued ticket');
  await dialog.getByRole('button', { name: words('common.done') }).click();
  await counter.getByRole('button', { name: words('queue.call').replace('{{number}}', '') }).click();
  await button('queue.recall').waitFor();
  await look('called');

  await flow();
  await place('#/drafts', 'home.drafts');
  await look('drafts');
  await counter.getByRole('button', { name: new RegExp(`^${ready}`) }).click();
  await button('closing.submit').waitFor();
  await look('review, ready');
  await button('closing.submit').click();
  await counter.getByText(words('closing.printed')).waitFor();
  await look('submitted');
  await button('closing.reprint').click();
  await look('reprint dialog');
  await dialog.getByRole('button', { name: words('common.cancel') }).click();
  await button('common.done').click();

  await button('carry.byDrive').click();
  await dialog.getByRole('heading', { name: words('carry.fromOffice') }).waitFor();
  await look('by USB drive');
  await dialog.getByRole('button', { name: words('carry.read') }).click();
  await dialog.getByText(words('carry.noReply')).waitFor();
  await look('no reply on the drive');
  await dialog.getByRole('button', { name: words('common.done') }).click();

  for (const name of ['applications', 'outbox', 'devices']) {
    await place(`#/${name}`, `home.${name}`);
    await look(name);
  }
  await information();
  await place('#/applications', 'home.applications');
  await counter.getByRole('listitem').getByRole('button').first().click();
  await dialog
    .getByRole('button', { name: words('common.close') })
    .last()
    .waitFor();
  await look('application dialog');
  await counter.keyboard.press('Escape');
  await button('access.lock').click();
  await counter.getByText(words('access.locked')).waitFor();
  await look('lock screen');
  await button('access.otherOfficer').click();

  async function information(): Promise<void> {
    await place('#/information', 'information.title');
    await look('information');
    const search = counter.getByRole('textbox', { name: words('information.search') });
    await search.fill(words('self.topic.fees'));
    await counter
      .getByRole('region', { name: words('information.found') })
      .getByRole('button')
      .first()
      .waitFor();
    await look('information, found');
    await search.fill('zzzzqqq');
    await counter.getByText(words('information.searchNone')).waitFor();
    await look('information, nothing found');
    for (const topic of ['fraud', 'complaints', 'notices']) {
      await place(`#/information/general/${topic}`, `self.topic.${topic}`);
      await look(`information, ${topic}`);
    }
    const { key, name } = passportReplacement();
    await counter.evaluate((next) => {
      window.location.hash = next;
    }, `#/information/service/${key}`);
    await heading(name[language]).waitFor();
    await look('information, service');
  }

  async function flow(): Promise<void> {
    await button('home.withoutTicket').click();
    await counter.getByRole('menuitemradio', { name: passportReplacement().name[language] }).click();
    const { steps } = passportReplacement();
    for (const [number, step] of steps.entries()) {
      await heading(step.title[language]).waitFor();
      const following = steps[number + 1];
      if (!following) break;
      const evenSo = button('flow.evenSo');
      const next = heading(following.title[language]);
      await pressUntil(button('common.next'), evenSo.or(next));
      // Only a step that holds the officer back shows everything it can say.
      if (await evenSo.isVisible()) {
        await look(step.key);
        if (step.kind === 'photo') await camera();
        await pressUntil(evenSo, next);
      }
    }
    await look('review, blocked');
    await counter.getByRole('button', { name: words('flow.saveAndClose') }).click();
  }

  async function camera(): Promise<void> {
    await button('capture.takePhoto').click();
    await dialog.getByRole('button', { name: words('capture.take'), exact: true, disabled: false }).waitFor();
    await look('camera');
    await dialog.getByRole('button', { name: words('capture.take'), exact: true }).click();
    await dialog.getByRole('button', { name: words('capture.crop') }).waitFor();
    await look('picture taken');
    await dialog.getByRole('button', { name: words('capture.crop') }).click();
    await look('crop');
    const [frame, box] = [await counter.getByTestId('cropper').boundingBox(), await dialog.boundingBox()];
    if (!frame || !box || frame.height < 100 || frame.y + frame.height > box.y + box.height)
      throw new Error('the frame to crop by is not in sight');
    await dialog.getByRole('button', { name: words('capture.cropDone') }).click();
    await dialog.getByRole('button', { name: words('capture.use') }).waitFor();
    await counter.keyboard.press('Escape');
  }
}
