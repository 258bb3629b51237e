import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { addPicture, fillDraft, SERVICE, submitOne } from '../testing/fill-draft.ts';
import { startTestStation, type TestStation } from '../testing/test-station.ts';
import { pngHeader } from './testing/header-only-pictures.ts';

let station: TestStation;
let client: StationClient;
let draftId: string;

beforeEach(async () => {
  station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  client = await station.signedIn();
  draftId = uuidv7();
  await client.registration.startDraft({ draftId, serviceKey: SERVICE });
});

const refused = (code: string) => expect.objectContaining({ code });
const submission = () => ({ draftId, applicationId: uuidv7(), printJobId: uuidv7() });
const blocking = async () =>
  (await client.registration.draft({ draftId })).issues.filter((issue) => issue.severity === 'block');

test('an application goes from ticket to outbox, with its paper, in one piece', async () => {
  const issued = await client.queue.issue({ id: uuidv7(), printJobId: uuidv7(), serviceKey: SERVICE });
  expect(issued.ticket.number).toBe('A-001');
  const served = await client.queue.serve({ ticketId: issued.ticket.id, draftId: uuidv7() });
  draftId = served.draftId;
  expect(await blocking()).not.toEqual([]);
  await fillDraft(client, draftId);
  expect(await blocking()).toEqual([]);
  const call = submission();
  const { application, print } = await client.registration.submit(call);
  expect(application).toMatchObject({
    id: call.applicationId,
    maskedName: 'S*** S*** R***',
    stageKey: 'stored-offline',
    delivery: 'sealed',
  });
  expect(print).toMatchObject({ id: call.printJobId, kind: 'receipt', label: application.trackingCode });
  expect(await client.outbox.summary()).toMatchObject({ waiting: 1 });
  expect(await client.queue.today({})).toMatchObject({ rows: [], waiting: 0, finished: 1 });
  await expect(client.registration.draft({ draftId })).rejects.toEqual(refused('NOT_FOUND'));
  expect(await client.registration.applications({})).toMatchObject({ total: 1, rows: [application] });
  expect(await client.registration.application({ applicationId: application.id })).toEqual({
    application,
    status: null,
  });
  const verdict = await station.inspect((store) => verifyAudit(store.read));
  expect(verdict).toMatchObject({ intact: true });
});

test('a double tap submits once, also at the same moment and after a restart', async () => {
  await fillDraft(client, draftId);
  const call = submission();
  const answers = await Promise.all([1, 2, 3].map(() => client.registration.submit(call)));
  expect(new Set(answers.map(({ application }) => application.trackingCode)).size).toBe(1);
  await station.restart();
  client = await station.signedIn();
  const again = await client.registration.submit(call);
  expect(again.application).toEqual(answers[0]?.application);
  expect(again.print.id).toBe(answers[0]?.print.id);
  expect(await client.registration.applications({})).toMatchObject({ total: 1 });
  expect(await client.outbox.summary()).toMatchObject({ waiting: 1 });
  await expect(client.registration.submit({ ...call, applicationId: uuidv7() })).rejects.toEqual(
    refused('CONFLICT'),
  );
});

test('a draft with something missing is refused with what blocks it', async () => {
  await expect(client.registration.submit(submission())).rejects.toMatchObject({
    code: 'BLOCKED',
    data: { issues: expect.arrayContaining([expect.objectContaining({ at: 'identity.nik' })]) },
  });
  expect(await client.outbox.summary()).toMatchObject({ waiting: 0 });
});

test('a draft changed while it is being sealed is not sent as it was', async () => {
  await fillDraft(client, draftId);
  const sending = client.registration.submit(submission());
  const saving = client.registration.saveFields({ draftId, values: { 'address.street': 'JL. LAIN 9' } });
  const [sent, saved] = await Promise.allSettled([sending, saving]);
  expect([sent.status, saved.status].filter((status) => status === 'fulfilled')).toHaveLength(1);
});

test.each([
  ['an unknown field', { 'identity.shoeSize': 'x' }],
  ['a number for a text', { 'identity.birthPlace': 12 }],
  ['a text for a confirmation', { 'consent.data': 'yes' }],
  ['a text longer than the form allows', { 'identity.nik': '1'.repeat(17) }],
  ['a text of 10 MB', { 'address.street': 'a'.repeat(10 * 1024 * 1024) }],
])('%s is a bad request and saves nothing', async (_case, wrong) => {
  const values = { 'identity.birthPlace': 'LIWA', ...wrong } as Record<string, string>;
  await expect(client.registration.saveFields({ draftId, values })).rejects.toEqual(refused('BAD_REQUEST'));
  expect(await client.registration.draft({ draftId })).toMatchObject({ revision: 0, values: {} });
  await client.registration.saveFields({ draftId, values: { 'identity.birthPlace': 'LIWA' } });
});

test('an MRZ fills what is still empty and nothing else', async () => {
  const line2 = 'X9900001<0IDN9009176F2603151<<<<<<<<<<<<<<02';
  const mrz = `${'PPIDNSITI<SPESIMEN<RAHAYU'.padEnd(44, '<')}\n${line2}`;
  await client.registration.saveFields({ draftId, values: { 'identity.sex': 'male' } });
  const draft = await client.registration.saveFields({ draftId, values: { 'passport.mrz': mrz } });
  expect(draft.values).toMatchObject({
    'identity.fullName': 'SITI SPESIMEN RAHAYU',
    'identity.birthDate': '1990-09-17',
    'identity.sex': 'male',
    'passport.expiry': '2026-03-15',
  });
});

test('a step is left for the office only where the catalog allows, and taken back', async () => {
  const move = (step: string, leaveForOffice?: boolean) =>
    client.registration.moveToStep({
      draftId,
      step,
      ...(leaveForOffice === undefined ? {} : { leaveForOffice }),
    });
  await expect(move('passport', true)).rejects.toEqual(refused('BAD_REQUEST'));
  await expect(move('nowhere')).rejects.toEqual(refused('BAD_REQUEST'));
  await move('photo');
  const left = await move('signature', true);
  expect(left).toMatchObject({ currentStep: 'signature', leftForOffice: ['photo'] });
  expect(left.issues).toContainEqual(
    expect.objectContaining({ at: 'photo', severity: 'office', code: 'photo-missing' }),
  );
  await move('photo');
  expect(await move('signature', false)).toMatchObject({ leftForOffice: [] });
});

test('a discarded draft comes back as it was, and is forgotten a day later', async () => {
  await addPicture(client, draftId, 'photo');
  await client.registration.discardDraft({ draftId });
  expect(await client.registration.drafts({})).toMatchObject({ total: 0, rows: [] });
  await expect(client.registration.saveFields({ draftId, values: {} })).rejects.toEqual(refused('NOT_FOUND'));
  const restored = await client.registration.restoreDraft({ draftId });
  expect(restored.attachments).toHaveLength(1);
  await client.registration.discardDraft({ draftId });
  station.clock.advance(26 * 60 * 60_000);
  client = await station.signedIn();
  await expect(client.registration.restoreDraft({ draftId })).rejects.toEqual(refused('NOT_FOUND'));
});

test('pictures are replaced by kind, read back whole, and refused when they are not what they say', async () => {
  const first = await addPicture(client, draftId, 'photo');
  await addPicture(client, draftId, 'photo', first);
  const second = await addPicture(client, draftId, 'photo');
  const draft = await client.registration.draft({ draftId });
  expect(draft.attachments.map(({ id }) => id)).toEqual([second]);
  const { picture } = await client.registration.attachment({ draftId, attachmentId: second });
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(pngHeader(640, 480, 20_000));
  const add = (bytes: Uint8Array<ArrayBuffer>, kind = 'photo', width = 640) =>
    client.registration.addAttachment({
      draftId,
      attachmentId: uuidv7(),
      kind,
      width,
      height: 480,
      picture: new Blob([bytes]),
    });
  await expect(add(new TextEncoder().encode('<svg onload=alert(1)>'))).rejects.toEqual(
    refused('BAD_PICTURE'),
  );
  await expect(add(pngHeader(640, 480), 'photo', 641)).rejects.toEqual(refused('BAD_PICTURE'));
  await expect(add(pngHeader(640, 480, 9 * 1024 * 1024))).rejects.toEqual(refused('BAD_PICTURE'));
  await expect(add(pngHeader(640, 480), 'selfie')).rejects.toEqual(refused('BAD_REQUEST'));
  await client.registration.removeAttachment({ draftId, attachmentId: second });
  expect((await client.registration.draft({ draftId })).attachments).toEqual([]);
});

test('lists are paged by key and miss nothing', async () => {
  const ids = [draftId];
  for (let count = 0; count < 24; count += 1) {
    ids.push(uuidv7());
    station.clock.advance(count % 3);
    await client.registration.startDraft({ draftId: ids.at(-1) ?? '', serviceKey: SERVICE });
  }
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof client.registration.drafts>> = await client.registration.drafts({
      after,
      limit: 7,
    });
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual([...ids].reverse());
});

test('a returned application is corrected as its next revision with the remarks beside the fields', async () => {
  const applicationId = await submitOne(client);
  await expect(client.registration.correct({ applicationId, draftId: uuidv7() })).rejects.toEqual(
    refused('CONFLICT'),
  );
  const { receiveStatuses } = await import('./receive-statuses.ts');
  const before = await station.inspect((store) => {
    const row = store.read.get<{ trackingCode: string }>(
      'SELECT tracking_code AS trackingCode FROM applications',
    );
    store.transaction((database) =>
      receiveStatuses(database, [
        {
          applicationId,
          trackingCode: row?.trackingCode ?? '',
          stageKey: 'needs-correction',
          since: 5,
          remark: 'Lengkapi alamat',
          fieldRemarks: { 'address.street': 'Tulis nomor rumah', 'identity-card.front': 'Buram' },
        },
      ]),
    );
    return row;
  });
  client = await station.signedIn();
  expect(await client.registration.applications({ returnedOnly: true })).toMatchObject({ total: 1 });
  const correctionId = uuidv7();
  const draft = await client.registration.correct({ applicationId, draftId: correctionId });
  expect(draft).toMatchObject({
    remarks: { 'address.street': 'Tulis nomor rumah' },
    values: { 'identity.fullName': 'SITI SPESIMEN RAHAYU' },
  });
  const blocked = draft.issues.filter(({ severity }) => severity === 'block').map(({ at }) => at);
  expect(blocked).toEqual(['identity-card.front', 'consent.data', 'consent.photo', 'consent.truth']);
  expect(await client.registration.correct({ applicationId, draftId: uuidv7() })).toEqual(draft);
  await addPicture(client, correctionId, 'identity-card.front');
  await client.registration.saveFields({
    draftId: correctionId,
    values: { 'consent.data': true, 'consent.photo': true, 'consent.truth': true },
  });
  const { application } = await client.registration.submit({
    draftId: correctionId,
    applicationId: uuidv7(),
    printJobId: uuidv7(),
  });
  expect(application).toMatchObject({ id: applicationId, trackingCode: before?.trackingCode });
  expect(await client.registration.applications({ returnedOnly: true })).toMatchObject({ total: 0 });
  const revisions = await station.inspect((store) =>
    store.read.all('SELECT revision FROM packets ORDER BY counter'),
  );
  expect(revisions).toEqual([{ revision: 1 }, { revision: 2 }]);
});

test('an appointment central sets is shown with the application until central takes it back', async () => {
  const { receiveStatuses } = await import('./receive-statuses.ts');
  const applicationId = await submitOne(client);
  const { rows } = await client.registration.applications({});
  const trackingCode = rows[0]?.trackingCode ?? '';
  expect(rows[0]?.appointment).toBeNull();
  const appointment = { at: Date.UTC(2026, 10, 24, 2, 5), place: 'Kantor Imigrasi Spesimen' };
  const status = {
    applicationId,
    trackingCode,
    stageKey: 'scheduled',
    since: 5,
    remark: null,
    fieldRemarks: {},
  };
  const hear = (heard: typeof status & { appointment?: typeof appointment }) =>
    station.inspect((store) => store.transaction((database) => receiveStatuses(database, [heard])));
  await hear({ ...status, appointment });
  client = await station.signedIn();
  expect((await client.registration.applications({})).rows[0]?.appointment).toEqual(appointment);
  expect(await client.registration.application({ applicationId })).toMatchObject({ status: { appointment } });
  await hear(status);
  client = await station.signedIn();
  expect((await client.registration.applications({})).rows[0]?.appointment).toBeNull();
});
