import { useMutation } from '@tanstack/react-query';
import type { Attachment, Draft } from '../../contract/domain/draft.ts';
import { newIdentifier } from '../system/identifiers.ts';
import { useStation } from '../system/station-context.tsx';
import type { Picture } from './picture/picture.ts';

/** Keeps pictures with the draft. `save` and `remove` reject with what the station answered. */
export function useAttachments(draft: Draft, onChanged: (draft: Draft) => void) {
  const { client } = useStation();
  const save = useMutation({
    mutationFn: async ({
      kind,
      picture,
      attachmentId,
    }: {
      kind: string;
      picture: Picture;
      attachmentId: string;
    }) =>
      await client.registration.addAttachment({
        draftId: draft.id,
        attachmentId,
        kind,
        width: picture.width,
        height: picture.height,
        picture: picture.blob,
      }),
    onSuccess: onChanged,
  });
  const remove = useMutation({
    mutationFn: async (attachmentId: string) =>
      await client.registration.removeAttachment({ draftId: draft.id, attachmentId }),
    onSuccess: onChanged,
  });
  return {
    save: async (kind: string, picture: Picture) =>
      await save.mutateAsync({ kind, picture, attachmentId: newIdentifier() }),
    remove: remove.mutateAsync,
    busy: save.isPending || remove.isPending,
    error: save.error ?? remove.error,
    /** The picture as it is kept now, so that removing it can be undone. */
    fetch: async (attachment: Attachment): Promise<Picture> => {
      const { picture } = await client.registration.attachment({
        draftId: draft.id,
        attachmentId: attachment.id,
      });
      return { blob: picture, width: attachment.width, height: attachment.height };
    },
    find: (kind: string): Attachment | undefined => draft.attachments.find((each) => each.kind === kind),
  };
}
