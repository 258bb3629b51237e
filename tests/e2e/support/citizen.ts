import type { Page } from 'playwright-core';
import type { Language } from '../../../contract/domain/localized.ts';
import { SURVEY_ELEMENTS } from '../../../contract/domain/satisfaction.ts';
import { loadSpecimens } from '../../../station/practice/specimens.ts';
import { answerApplication } from './citizen-application.ts';
import { citizenWords, pressKeys } from './citizen-keys.ts';
import { passportReplacement, pressUntil } from './counter.ts';

export { citizenWords, pressKeys };

/** Touches the first screen in a language. */
export async function beginVisit(page: Page, language: Language = 'id'): Promise<void> {
  const words = citizenWords(language);
  await pressUntil(
    page.getByRole('button', { name: language === 'id' ? 'Bahasa Indonesia' : 'English' }),
    page.getByRole('heading', { level: 1, name: words('menuTitle') }),
  );
}

/** `capture.use`. */
const USE: Readonly<Record<Language, string>> = { id: 'Pakai gambar ini', en: 'Use this picture' };

function fieldLabel(key: string, language: Language): string {
  const fields = passportReplacement().steps.flatMap((step) => step.fields);
  return fields.find((field) => field.key === key)?.label[language] ?? key;
}

export interface CitizenWalk {
  readonly page: Page;
  readonly language: Language;
  /** Code of an application this station knows. */
  readonly trackingCode: string;
  /** Called when a screen stands still. */
  readonly look: (screen: string) => Promise<void>;
}

/** Goes through every screen of the citizens' face, from the first screen to the first screen. */
export async function walkEveryCitizenScreen({
  page,
  language,
  trackingCode,
  look,
}: CitizenWalk): Promise<void> {
  const words = citizenWords(language);
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const choice = (name: string) => page.getByRole('main').getByRole('button', { name });
  const go = (name: string, title: string | RegExp) => pressUntil(choice(name).first(), heading(title));
  const home = () =>
    pressUntil(page.getByRole('button', { name: words('home') }), heading(words('menuTitle')));
  const service = passportReplacement().name[language];

  await page.getByRole('button', { name: 'English' }).waitFor();
  await look('attract');
  await beginVisit(page, language);
  await look('menu');
  await pressUntil(page.getByRole('button', { name: words('access.title') }), heading(words('access.title')));
  await look('access');
  await go(words('access.goOn'), words('menuTitle'));
  await page.getByRole('button', { name: words('askForHelp') }).click();
  await page.getByRole('dialog').waitFor();
  await look('help');
  await page.getByRole('button', { name: words('helpNotNeeded') }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await go(words('menuTicket'), words('ticketService'));
  await look('ticket-service');
  await go(service, words('peopleTitle'));
  await look('ticket-people');
  await pressUntil(page.getByRole('button', { name: '3', exact: true }), heading(words('priorityTitle')));
  await look('ticket-priority');
  await go(words('priority.elderly'), words('ticketTitle'));
  await page.getByText(/^[A-Z]-\d{3,}$/).waitFor();
  await page.getByText(words('paper.printed')).waitFor();
  await look('ticket');

  await home();
  await go(words('menuApply'), words('applyService'));
  await look('apply-service');
  await go(service, words('applyWhose'));
  await look('apply-whose');
  const specimen = loadSpecimens()[0];
  if (!specimen) throw new Error('no specimen citizen');
  await go(words('applySelf'), fieldLabel('identity.fullName', language));
  const seen = new Set<string>();
  await answerApplication({
    page,
    language,
    specimen,
    async look(type) {
      if (seen.has(type)) return;
      seen.add(type);
      await look(`apply-question ${type}`);
    },
  });
  await look('apply-review');

  await home();
  await go(words('menuInformation'), words('informationTitle'));
  await look('information');
  await go(words('search'), words('search'));
  await pressKeys(page, 'biaya'.toLowerCase());
  await look('search');
  await page.getByRole('button', { name: language === 'id' ? 'Kembali' : 'Back' }).click();
  for (const topic of ['fraud', 'complaints', 'notices']) {
    await go(words(`topic.${topic}`), words(`topic.${topic}`));
    await look(`general-topic ${topic}`);
    await pressUntil(
      page.getByRole('button', { name: language === 'id' ? 'Kembali' : 'Back' }),
      heading(words('informationTitle')),
    );
  }
  await go(service, service);
  await look('service');
  for (const topic of ['documents', 'fees', 'time', 'steps', 'refusals']) {
    await go(words(`topic.${topic}`), words(`topic.${topic}`));
    await look(`service-topic ${topic}`);
    await pressUntil(
      page.getByRole('button', { name: language === 'id' ? 'Kembali' : 'Back' }),
      heading(service),
    );
  }
  await choice(words('print')).click();
  await page.getByText(words('paper.printed')).waitFor();
  await look('service, printed');

  await home();
  await go(words('menuDocuments'), words('documentsService'));
  await look('documents-service');
  const { requirements } = passportReplacement();
  const question = (key: string) => {
    const name = requirements.find((each) => each.key === key)?.name[language] ?? '';
    return words('documentQuestion').replace('{{document}}', name);
  };
  await go(service, question('identity-card'));
  await look('documents-question');
  await go(words('haveIt'), question('old-passport'));
  await go(words('haveItNot'), question('family-card'));
  await go(words('haveItNot'), question('name-change'));
  await look('documents-question, if any');
  await go(words('notMine'), /1/);
  await choice(words('print')).click();
  await page.getByText(words('paper.printed')).waitFor();
  await look('documents');
  const document = requirements.find(({ key }) => key === 'identity-card')?.name[language] ?? '';
  await go(
    words('takeDocumentOf').replace('{{document}}', document),
    words('documentPicture').replace('{{document}}', document),
  );
  const take = page.getByRole('button', { name: words('takeDocument'), exact: true });
  await page.locator('video').waitFor();
  await look('document-picture');
  await pressUntil(take, heading(words('pictureTaken')));
  await look('document-picture, taken');
  await page.getByRole('button', { name: USE[language] }).click();
  await choice(words('takeAgainOf').replace('{{document}}', document)).waitFor();
  await look('documents, pictured');

  await home();
  await go(words('menuStatus'), words('statusTitle'));
  await look('status-code');
  await pressKeys(page, '000000001');
  await page.getByRole('alert').waitFor();
  await look('status-code, wrong');
  await page.getByRole('button', { name: words('deleteAll') }).click();
  await pressKeys(page, trackingCode.slice(3).replaceAll('-', ''));
  await page.getByRole('button', { name: words('look') }).click();
  await page.getByRole('list', { name: words('stages') }).waitFor();
  await look('status');

  await home();
  await go(words('menuFeedback'), words('feedbackTitle'));
  await look('feedback');
  await go(words('rate'), words('rateTitle'));
  await look('rate');
  await go(words('score.4'), words('thanks'));
  await look('rated');
  for (const element of SURVEY_ELEMENTS) {
    const title = words(`skm.${element}.question`);
    if (element === 'requirements') await go(words('survey'), title);
    else await heading(title).waitFor();
    await look(`survey ${element}`);
    const following = SURVEY_ELEMENTS[SURVEY_ELEMENTS.indexOf(element) + 1];
    const next = following ? words(`skm.${following}.question`) : words('thanks');
    await go(words(`skm.${element}.4`), next);
  }
  await look('surveyed');
  await home();
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('complain'), words('complaintTitle'));
  await pressKeys(page, 'Lama');
  await look('complaint');
  await go(words('media.voice.add'), words('media.voice.title'));
  await look('complaint-voice');
  await go(words('media.voice.agree'), words('media.voice.speak'));
  await look('complaint-voice, speaking');
  // Something must have been said.
  await page.getByText(words('media.voice.left_other').replace('{{count}}', '58')).waitFor();
  await go(words('media.voice.stop'), words('media.voice.recorded'));
  await look('complaint-voice, recorded');
  await go(words('media.voice.use'), words('complaintTitle'));
  await go(words('media.picture.add'), words('media.picture.title'));
  await look('complaint-picture');
  await go(words('media.picture.agree'), words('media.picture.aim'));
  await page.locator('video').waitFor();
  await look('complaint-picture, aiming');
  await pressUntil(take, heading(words('media.picture.taken')));
  await page.getByRole('button', { name: USE[language] }).click();
  await choice(words('media.picture.remove')).waitFor();
  await look('complaint, with both');
  await pressUntil(
    page.getByRole('button', { name: language === 'id' ? 'Kirim' : 'Send' }),
    heading(words('complainedTitle')),
  );
  await page.getByText(words('paper.printed')).waitFor();
  await look('complained');
  const code = (await page.getByText(/^AD-/).textContent()) ?? '';
  await home();
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('seeAnswer'), words('answerCodeTitle'));
  await look('answer-code');
  await pressKeys(page, code.slice(3).replaceAll('-', ''));
  await page.getByRole('button', { name: words('look') }).click();
  await heading(words('notAnswered')).waitFor();
  await look('answer');
  await pressUntil(
    page.getByRole('button', { name: words('finish') }).first(),
    page.getByRole('button', { name: 'English' }).filter({ hasText: 'Touch' }),
  );
}
