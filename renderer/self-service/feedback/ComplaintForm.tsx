import { useMutation } from '@tanstack/react-query';
import { Camera, Mic, Send, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ComplaintMediaKind, LONGEST_COMPLAINT } from '../../../contract/domain/complaint.ts';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useLanguage } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { Question } from '../frame/Question.tsx';
import { TextEntry } from '../keyboard/TextEntry.tsx';
import type { Screen } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import styles from './Complaint.module.css';
import { type ComplaintDraft, useComplaintDraft } from './complaint-drafts.tsx';

/** What happened, written, shown or spoken. It leaves this screen only when it is sent. */
export function ComplaintForm({ screen }: { screen: Screen & { name: 'complaint' } }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { queries } = useStation();
  const { language } = useLanguage();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const { kind, id, printJobId } = screen;
  const { draft, write, keep } = useComplaintDraft(id);
  const { text, media } = draft;
  const send = useMutation(
    queries.feedback.complain.mutationOptions({
      onSuccess: ({ code }) => go({ name: 'complained', code, printJobId }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const mediaIds = idsOf(media);
  return (
    <Question title={t(`self.${kind}Title`)} words={t('self.complaintWords')}>
      <TextEntry
        label={t('self.complaintLabel')}
        value={text}
        onChange={write}
        longest={LONGEST_COMPLAINT}
        lines={3}
      >
        <div className={styles.media}>
          <Attached
            kind="voice"
            isThere={media.voice !== undefined}
            onAdd={() => go({ name: 'complaint-voice', id })}
            onRemove={() => keep('voice', null)}
          />
          <Attached
            kind="picture"
            isThere={media.picture !== undefined}
            onAdd={() => go({ name: 'complaint-picture', id })}
            onRemove={() => keep('picture', null)}
          />
        </div>
        {mediaIds.length === 0 ? null : <p role="status">{t('self.mediaKept')}</p>}
        <Button
          size="large"
          variant="primary"
          icon={Send}
          busy={send.isPending}
          isDisabled={text.trim() === '' && mediaIds.length === 0}
          onPress={() => send.mutate({ id, printJobId, kind, text, mediaIds, language })}
        >
          {t('common.send')}
        </Button>
      </TextEntry>
    </Question>
  );
}

function idsOf({ picture, voice }: ComplaintDraft['media']): string[] {
  return [picture, voice].flatMap((kept) => (kept ? [kept.upload.mediaId] : []));
}

/** The way to add a picture or voice note, and to take it away again. */
function Attached({
  kind,
  isThere,
  onAdd,
  onRemove,
}: {
  kind: ComplaintMediaKind;
  isThere: boolean;
  onAdd: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { whenSettled } = useVisit();
  if (isThere) {
    return (
      <Button icon={Trash2} onPress={onRemove}>
        {t(`self.media.${kind}.remove`)}
      </Button>
    );
  }
  return (
    <Button icon={kind === 'voice' ? Mic : Camera} onPress={whenSettled(onAdd)}>
      {t(`self.media.${kind}.add`)}
    </Button>
  );
}
