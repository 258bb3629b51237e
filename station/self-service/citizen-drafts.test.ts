import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { loadSpecimens } from '../practice/specimens.ts';
import { jpegHeader, pngHeader } from '../registration/testing/header-only-pictures.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { SERVICE } from '../testing/fill-draft.ts';
import { startTestStation, type TestStation } from '../testing/test-station.ts';

let station: TestStation;
let officer: StationClient;
let citizen: StationClient;
const refused = (code: string) => expect.objectContaining({ code });
const NAME = { 'identity.fullName': 'SITI SPESIMEN' };

beforeEach(async () => {
  station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  officer = await station.signedIn();
  citizen = station.face('self-service').client;
});

const begin = async (values: Record<string, string> = NAME) => {
  const draftId = uuidv7();
  const draft = await citizen.selfService.saveApplication({ draftId, serviceKey: SERVICE, values });
  return { draftId, draft };
};
const picture = (draftId: string, kind: string, bytes = pngHeader(640, 480, 20_000)) =>
  citizen.selfService.addPicture({
    draftId,
    attachmentId: uuidv7(),
    kind,
    width: 640,
    height: 480,
    picture: new Blob([bytes], { type: 'image/png' }),
  });
const issue = (draftId: string | null, id = uuidv7(), printJobId = uuidv7()) =>
  citizen.queue.issue({ id, printJobId, serviceKey: SERVICE, draftId });

test('every answer is judged as at the counter, and kept through a restart', async () => {
  const { draftId, draft } = await begin({ ...NAME, 'identity.nik': '12' });
  expect(draft.values).toEqual({ ...NAME, 'identity.nik': '12' });
  expect(draft.issues).toContainEqual(
    expect.objectContaining({ at: 'identity.nik', code: 'nik-not-16-digits', severity: 'block' }),
  );
  expect(draft.issues.every(({ step }) => !['consent', 'documents', 'photo'].includes(step))).toBe(true);
  await station.restart();
  citizen = station.face('self-service').client;
  const again = await citizen.selfService.saveApplication({ draftId, serviceKey: SERVICE, values: {} });
  expect(again.values).toEqual({ ...NAME, 'identity.nik': '12' });
});

test('the officer sees nothing of it until a ticket takes it along, and then all of it', async () => {
  const [person] = loadSpecimens();
  const values = Object.fromEntries(
    Object.entries(person?.values ?? {}).filter(([key]) => !key.startsWith('consent.')),
  );
  const draftId = uuidv7();
  const documentAnswers = { 'identity-card': 'ready', 'family-card': 'missing' } as const;
  await citizen.selfService.saveApplication({ draftId, serviceKey: SERVICE, values, documentAnswers });
  const kept = await picture(draftId, 'identity-card.front');
  expect(kept.pictures).toEqual(['identity-card.front']);
  expect((await officer.registration.drafts({})).total).toBe(0);
  await expect(officer.registration.draft({ draftId })).rejects.toEqual(refused('NOT_FOUND'));

  const ids = { id: uuidv7(), printJobId: uuidv7() };
  const { ticket } = await issue(draftId, ids.id, ids.printJobId);
  expect(ticket.draftId).toBe(draftId);
  expect((await issue(draftId, ids.id, ids.printJobId)).ticket).toEqual(ticket);
  const served = await officer.queue.serve({ ticketId: ticket.id, draftId: uuidv7() });
  expect(served.draftId).toBe(draftId);
  const draft = await officer.registration.draft({ draftId });
  expect(draft).toMatchObject({ values, documentAnswers, ticketNumber: ticket.number });
  expect(draft.attachments.map(({ kind }) => kind)).toEqual(['identity-card.front']);
  expect((await officer.registration.drafts({})).rows[0]?.fullName).toBe(person?.values['identity.fullName']);
});

test('once it is a ticket’s, the citizen’s face neither changes nor drops it', async () => {
  const { draftId } = await begin();
  await issue(draftId);
  await expect(
    citizen.selfService.saveApplication({ draftId, serviceKey: SERVICE, values: NAME }),
  ).rejects.toEqual(refused('CONFLICT'));
  await expect(picture(draftId, 'identity-card.front')).rejects.toEqual(refused('NOT_FOUND'));
  await citizen.selfService.dropApplication({ draftId });
  expect((await officer.registration.draft({ draftId })).values).toEqual(NAME);
  await expect(issue(draftId)).rejects.toEqual(refused('NOT_FOUND'));
});

test('without a ticket nothing is left: dropped, replaced by the next citizen’s, or forgotten', async () => {
  const rows = () =>
    station.inspect((store) => [
      ...store.read.all<{ id: string }>('SELECT id FROM citizen_drafts'),
      ...store.read.all<{ id: string }>('SELECT id FROM citizen_pictures'),
    ]);
  const first = await begin();
  await picture(first.draftId, 'identity-card.front');
  await citizen.selfService.dropApplication({ draftId: first.draftId });
  await expect(issue(first.draftId)).rejects.toEqual(refused('NOT_FOUND'));
  expect(await rows()).toEqual([]);

  citizen = station.face('self-service').client;
  const left = await begin();
  await picture(left.draftId, 'identity-card.front');
  const next = await begin();
  expect(await rows()).toEqual([{ id: next.draftId }]);
  station.clock.advance(15 * 60_000);
  expect(await rows()).toEqual([]);
});

test('consent, foreign fields, foreign pages and pictures that are none are refused', async () => {
  const { draftId } = await begin();
  const save = (values: Record<string, string | boolean>) =>
    citizen.selfService.saveApplication({ draftId, serviceKey: SERVICE, values });
  await expect(save({ 'consent.data': true })).rejects.toEqual(refused('BAD_REQUEST'));
  await expect(save({ 'nobody.knows': 'x' })).rejects.toEqual(refused('BAD_REQUEST'));
  await expect(picture(draftId, 'photo')).rejects.toEqual(refused('BAD_REQUEST'));
  await expect(picture(draftId, 'identity-card.front', jpegHeader(10, 10))).rejects.toEqual(
    refused('BAD_PICTURE'),
  );
  await expect(
    citizen.selfService.saveApplication({ draftId: uuidv7(), serviceKey: 'unheard-of', values: {} }),
  ).rejects.toEqual(refused('BAD_REQUEST'));
});
