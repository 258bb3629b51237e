import { useQuery } from '@tanstack/react-query';
import { ImageIcon } from 'lucide-react';
import type { Attachment } from '../../contract/domain/draft.ts';
import { useStation } from '../system/station-context.tsx';
import styles from './Thumbnail.module.css';
import { useObjectUrl } from './use-object-url.ts';

/** A kept picture, small, in a box that does not move while it loads. */
export function Thumbnail({
  draftId,
  attachment,
  name,
}: {
  draftId: string;
  attachment: Attachment | undefined;
  name: string;
}) {
  const { queries } = useStation();
  const picture = useQuery({
    ...queries.registration.attachment.queryOptions({
      input: { draftId, attachmentId: attachment?.id ?? '' },
    }),
    enabled: attachment !== undefined,
  }).data?.picture;
  const url = useObjectUrl(attachment ? picture : null);
  return (
    <span className={styles.box}>
      {url ? <img className={styles.picture} src={url} alt={name} /> : <ImageIcon aria-hidden size={32} />}
    </span>
  );
}
