import { createCanvas } from '@napi-rs/canvas';
import { v7 } from 'uuid';
import type { Specimen } from '../../../contract/station/practice.ts';
import { PRACTICE_PIN, passportReplacement } from './counter.ts';
import type { StationClient } from './headless-station.ts';

/** A small real JPEG with something on it. */
export function specimenPicture(words: string): Blob {
  const canvas = createCanvas(640, 480);
  const context = canvas.getContext('2d');
  context.fillStyle = '#dfe6ea';
  context.fillRect(0, 0, 640, 480);
  context.fillStyle = '#223';
  context.font = '32px sans-serif';
  context.fillText(words, 40, 240);
  return new Blob([new Uint8Array(canvas.toBuffer('image/jpeg', 80))], { type: 'image/jpeg' });
}

export async function signInHeadless(counter: StationClient): Promise<void> {
  const [officer] = (await counter.access.officers()).officers;
  if (!officer) throw new Error('no specimen officer');
  await counter.access.signIn({ officerId: officer.id, pin: PRACTICE_PIN });
}

/** Fills a draft with everything the service asks; what a face would send, without a face. */
export async function fillDraft(
  counter: StationClient,
  specimen: Pick<Specimen, 'values'>,
  makePicture: (kind: string) => Blob = specimenPicture,
): Promise<string> {
  const service = passportReplacement();
  const draftId = v7();
  await counter.registration.startDraft({ draftId, serviceKey: service.key });
  const statements = service.consent.statements.map(({ key }) => [`consent.${key}`, true] as const);
  await counter.registration.saveFields({
    draftId,
    values: { ...specimen.values, ...Object.fromEntries(statements) },
  });
  const pages = service.requirements
    .filter(({ required }) => required === 'always')
    .flatMap((requirement) => requirement.pages.map(({ key }) => key));
  for (const kind of [...pages, 'photo', 'signature']) {
    const picture = makePicture(kind);
    await counter.registration.addAttachment({
      draftId,
      attachmentId: v7(),
      kind,
      width: 640,
      height: 480,
      picture,
    });
  }
  return draftId;
}

/** A whole application; answers its id and tracking code. */
export async function submitSpecimen(counter: StationClient, specimen: Specimen) {
  const draftId = await fillDraft(counter, specimen);
  const input = { draftId, applicationId: v7(), printJobId: v7() };
  const { application } = await counter.registration.submit(input);
  return { id: input.applicationId, trackingCode: application.trackingCode };
}
