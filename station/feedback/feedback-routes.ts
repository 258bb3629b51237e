import type { Actor } from '../registration/actor.ts';
import { type CallContext, implementer } from '../rpc/implementer.ts';
import type { LookupLimit } from '../self-service/lookup-limit.ts';
import type { Feedback } from './feedback.ts';

export function createFeedbackRoutes(
  feedback: Feedback,
  limit: LookupLimit,
  actor: (context: CallContext) => Actor,
) {
  const procedures = implementer.feedback;
  return procedures.router({
    rate: procedures.rate.handler(({ input }) => {
      feedback.rate(input.id, input.score);
      return {};
    }),
    survey: procedures.survey.handler(({ input }) => {
      feedback.survey(input.id, input.answers);
      return {};
    }),
    addMedia: procedures.addMedia.handler(async ({ input }) => {
      const { complaintId, mediaId, kind, place, piece } = input;
      feedback.media.add({
        complaintId,
        mediaId,
        kind,
        place,
        bytes: new Uint8Array(await piece.arrayBuffer()),
      });
      return {};
    }),
    dropMedia: procedures.dropMedia.handler(({ input }) => {
      feedback.media.drop(input.mediaId);
      return {};
    }),
    media: procedures.media.handler(({ input }) => {
      const { bytes, contentType } = feedback.media.read(input.mediaId);
      return { bytes: new Blob([new Uint8Array(bytes)], { type: contentType }) };
    }),
    complain: procedures.complain.handler(({ input, context }) => feedback.complain(input, actor(context))),
    complaint: procedures.complaint.handler(({ input }) => {
      const { code, kind, sentAt, answer, answeredAt, office } = limit.lookUp(() =>
        feedback.find(input.code),
      );
      return { code, kind, sentAt, answer, answeredAt, office };
    }),
    months: procedures.months.handler(() => feedback.months()),
    complaints: procedures.complaints.handler(({ input }) => feedback.complaints(input.after, input.limit)),
    answerComplaint: procedures.answerComplaint.handler(({ input, context }) =>
      feedback.answer(input.id, input.answer, actor(context)),
    ),
  });
}
