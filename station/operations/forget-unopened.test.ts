import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import { pngHeader } from '../registration/testing/header-only-pictures.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { SERVICE } from '../testing/fill-draft.ts';
import { startTestStation, type TestStation } from '../testing/test-station.ts';

const HOUR = 60 * 60_000;
/** The test station begins on Tuesday, 24 November 2026, at 08.40 WIB. */
const UNTIL_END_OF_WEDNESDAY = 39 * HOUR;

let station: TestStation;
let citizen: StationClient;
let officer: StationClient;

beforeEach(async () => {
  station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  citizen = station.face('self-service').client;
  officer = await station.signedIn();
});

async function filledWithTicket() {
  const draftId = uuidv7();
  const id = uuidv7();
  await citizen.selfService.saveApplication({
    draftId,
    serviceKey: SERVICE,
    values: { 'identity.fullName': 'SITI SPESIMEN' },
  });
  await citizen.selfService.addPicture({
    draftId,
    attachmentId: uuidv7(),
    kind: 'identity-card.front',
    width: 640,
    height: 480,
    picture: new Blob([pngHeader(640, 480, 20_000)], { type: 'image/png' }),
  });
  await citizen.queue.issue({ id, printJobId: uuidv7(), serviceKey: SERVICE, draftId });
  return { draftId, ticketId: id };
}
const kept = async () =>
  (await (await station.signedIn()).registration.drafts({ after: null, limit: 20 })).rows.map(({ id }) => id);

test('what nobody at the counter opened goes after the next working day, with its pictures, and the chain tells', async () => {
  const missed = await filledWithTicket();
  const waiting = await filledWithTicket();
  await officer.queue.close({ ticketId: missed.ticketId, outcome: 'no-show' });
  station.clock.advance(UNTIL_END_OF_WEDNESDAY);
  expect((await kept()).sort()).toEqual([missed.draftId, waiting.draftId].sort());
  station.clock.advance(2 * HOUR);
  expect(await kept()).toEqual([]);
  const told = await station.inspect((store) => ({
    chain: verifyAudit(store.read),
    entries: store.read.all<{ subject: string; officer: string | null; outcome: string }>(
      `SELECT subject_id AS subject, officer_id AS officer, outcome FROM audit_entries WHERE action = 'draft-forgotten'`,
    ),
    pictures: store.read.get<{ count: number }>('SELECT count(*) AS count FROM draft_attachments')?.count,
  }));
  expect(told.chain).toMatchObject({ intact: true });
  expect(told.entries).toEqual([
    { subject: missed.draftId, officer: null, outcome: 'done' },
    { subject: waiting.draftId, officer: null, outcome: 'done' },
  ]);
  expect(told.pictures).toBe(0);
});

test('what an officer opened, changed or brought back stays until he discards it', async () => {
  const served = await filledWithTicket();
  const changed = await filledWithTicket();
  const restored = await filledWithTicket();
  await officer.queue.serve({ ticketId: served.ticketId, draftId: uuidv7() });
  station.clock.advance(1_000);
  await officer.registration.saveFields({
    draftId: changed.draftId,
    values: { 'contact.phone': '081234567890' },
  });
  await officer.registration.discardDraft({ draftId: restored.draftId });
  await officer.registration.restoreDraft({ draftId: restored.draftId });
  station.clock.advance(7 * 24 * HOUR);
  expect((await kept()).sort()).toEqual([served.draftId, changed.draftId, restored.draftId].sort());
});
