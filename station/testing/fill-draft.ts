import { v7 as uuidv7 } from 'uuid';
import { loadSpecimens } from '../practice/specimens.ts';
import { pngHeader } from '../registration/testing/header-only-pictures.ts';
import type { StationClient } from '../rpc/test-client.ts';

export const SERVICE = 'passport-replacement-expired-adult';

/** Everything the catalog asks before submission. */
const PICTURES = ['identity-card.front', 'old-passport.data', 'old-passport.cover', 'photo', 'signature'];

/** Fills a draft so that nothing blocks it. */
export async function fillDraft(client: StationClient, draftId: string): Promise<void> {
  const [specimen] = loadSpecimens();
  const consent = { 'consent.data': true, 'consent.photo': true, 'consent.truth': true };
  await client.registration.saveFields({ draftId, values: { ...specimen?.values, ...consent } });
  for (const kind of PICTURES) await addPicture(client, draftId, kind);
}

export async function addPicture(
  client: StationClient,
  draftId: string,
  kind: string,
  attachmentId: string = uuidv7(),
): Promise<string> {
  const picture = new Blob([pngHeader(640, 480, 20_000)], { type: 'image/png' });
  await client.registration.addAttachment({ draftId, attachmentId, kind, width: 640, height: 480, picture });
  return attachmentId;
}

/** One submitted application, from nothing. */
export async function submitOne(client: StationClient): Promise<string> {
  const draftId = uuidv7();
  await client.registration.startDraft({ draftId, serviceKey: SERVICE });
  await fillDraft(client, draftId);
  const applicationId = uuidv7();
  await client.registration.submit({ draftId, applicationId, printJobId: uuidv7() });
  return applicationId;
}
