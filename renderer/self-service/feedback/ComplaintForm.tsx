import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_COMPLAINT } from '../../../contract/domain/complaint.ts';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useLanguage } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { Question } from '../frame/Question.tsx';
import { TextEntry } from '../keyboard/TextEntry.tsx';
import type { Screen } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';

/** What happened, in the citizen's own words. It leaves this screen only when it is sent. */
export function ComplaintForm({ screen }: { screen: Screen & { name: 'complaint' } }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { queries } = useStation();
  const { language } = useLanguage();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [text, setText] = useState('');
  const { kind, id, printJobId } = screen;
  const send = useMutation(
    queries.feedback.complain.mutationOptions({
      onSuccess: ({ code }) => go({ name: 'complained', code, printJobId }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  return (
    <Question title={t(`self.${kind}Title`)} words={t('self.complaintWords')}>
      <TextEntry
        label={t('self.complaintLabel')}
        value={text}
        onChange={setText}
        longest={LONGEST_COMPLAINT}
        lines={4}
      >
        <Button
          size="large"
          variant="primary"
          icon={Send}
          busy={send.isPending}
          isDisabled={text.trim() === ''}
          onPress={() => send.mutate({ id, printJobId, kind, text, language })}
        >
          {t('common.send')}
        </Button>
      </TextEntry>
    </Question>
  );
}
