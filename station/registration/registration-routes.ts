import { dayInWib } from '../clock/calendar.ts';
import { type CallContext, implementer } from '../rpc/implementer.ts';
import type { Actor } from './actor.ts';
import { createApplications } from './applications.ts';
import { createDrafts } from './drafts.ts';
import { readMrz } from './mrz/read-mrz.ts';
import { createAttachments } from './pictures/attachments.ts';
import { createSubmit, type SubmitDependencies } from './submit.ts';

export interface RegistrationRouteDependencies extends SubmitDependencies {
  readonly actor: (context: CallContext) => Actor;
}

export function createRegistrationRoutes(dependencies: RegistrationRouteDependencies) {
  const { actor, clock } = dependencies;
  const drafts = createDrafts(dependencies);
  const attachments = createAttachments(dependencies);
  const applications = createApplications(dependencies);
  const submit = createSubmit(dependencies);
  const procedures = implementer.registration;
  return procedures.router({
    startDraft: procedures.startDraft.handler(({ input, context }) =>
      drafts.start(input.draftId, input.serviceKey, actor(context)),
    ),
    drafts: procedures.drafts.handler(({ input }) => drafts.list(input.after, input.limit)),
    draft: procedures.draft.handler(({ input }) => drafts.get(input.draftId)),
    saveFields: procedures.saveFields.handler(({ input }) => drafts.saveFields(input.draftId, input.values)),
    settleReading: procedures.settleReading.handler(({ input: { draftId, ...settlement }, context }) =>
      drafts.settleReading(draftId, settlement, actor(context)),
    ),
    moveToStep: procedures.moveToStep.handler(({ input }) =>
      drafts.moveToStep(input.draftId, input.step, input.leaveForOffice),
    ),
    discardDraft: procedures.discardDraft.handler(({ input, context }) => {
      drafts.discard(input.draftId, actor(context));
      return {};
    }),
    restoreDraft: procedures.restoreDraft.handler(({ input, context }) =>
      drafts.restore(input.draftId, actor(context)),
    ),
    readMrz: procedures.readMrz.handler(({ input }) => {
      const { readable, checks, documentNumber, fullName, expirationDate } = readMrz(
        input.text,
        dayInWib(clock.now()),
      );
      return { readable, checks, documentNumber, fullName, expirationDate };
    }),
    addAttachment: procedures.addAttachment.handler(async ({ input }) => {
      const { draftId, picture, ...facts } = input;
      return attachments.add(draftId, { ...facts, bytes: new Uint8Array(await picture.arrayBuffer()) });
    }),
    removeAttachment: procedures.removeAttachment.handler(({ input }) =>
      attachments.remove(input.draftId, input.attachmentId),
    ),
    attachment: procedures.attachment.handler(({ input }) => {
      const { attachment, bytes } = attachments.read(input.draftId, input.attachmentId);
      return { attachment, picture: new Blob([new Uint8Array(bytes)], { type: attachment.mediaType }) };
    }),
    submit: procedures.submit.handler(async ({ input, context }) => {
      const { application, print } = await submit(input, actor(context));
      return { application: applications.summarise(application), print };
    }),
    applications: procedures.applications.handler(({ input }) =>
      applications.list(input.returnedOnly, input.after, input.limit),
    ),
    application: procedures.application.handler(({ input, context }) =>
      applications.get(input.applicationId, actor(context)),
    ),
    findApplication: procedures.findApplication.handler(({ input }) => applications.find(input.trackingCode)),
    correct: procedures.correct.handler(({ input, context }) =>
      applications.correct(input.applicationId, input.draftId, actor(context)),
    ),
  });
}
