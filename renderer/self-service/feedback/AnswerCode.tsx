import { useTranslation } from 'react-i18next';
import { parseComplaintCode } from '../../../contract/domain/complaint.ts';
import { CodeEntry } from '../keyboard/CodeEntry.tsx';
import { useVisit } from '../visit-context.tsx';

export function AnswerCode() {
  const { t } = useTranslation();
  const { go } = useVisit();
  return (
    <CodeEntry
      title={t('self.answerCodeTitle')}
      words={t('self.answerCodeWords')}
      prefix="AD"
      parse={parseComplaintCode}
      onCode={(code) => go({ name: 'answer', code })}
    />
  );
}
