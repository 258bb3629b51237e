import { FilePen, FileQuestion, Info, MessageSquareText, SearchCheck, TicketPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWhatWorks } from './attendance/circumstances.ts';
import { Choices } from './frame/Choices.tsx';
import { Question } from './frame/Question.tsx';
import { useVisit } from './visit-context.tsx';

/** What can be done here. */
export function Menu() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { works } = useWhatWorks();
  const why = (reason: string | null) => (reason === null ? null : t(`self.broken.${reason}`));
  return (
    <Question title={t('self.menuTitle')}>
      <Choices
        label={t('self.menuTitle')}
        columns={2}
        choices={[
          {
            key: 'ticket',
            label: t('self.menuTicket'),
            detail: t('self.menuTicketWords'),
            icon: TicketPlus,
            unavailable: why(works.ticket),
            onPress: () => go({ name: 'ticket-service' }),
          },
          {
            key: 'apply',
            label: t('self.menuApply'),
            detail: t('self.menuApplyWords'),
            icon: FilePen,
            onPress: () => go({ name: 'apply-service' }),
          },
          {
            key: 'documents',
            label: t('self.menuDocuments'),
            detail: t('self.menuDocumentsWords'),
            icon: FileQuestion,
            onPress: () => go({ name: 'documents-service' }),
          },
          {
            key: 'status',
            label: t('self.menuStatus'),
            detail: t('self.menuStatusWords'),
            icon: SearchCheck,
            onPress: () => go({ name: 'status-code' }),
          },
          {
            key: 'information',
            label: t('self.menuInformation'),
            detail: t('self.menuInformationWords'),
            icon: Info,
            onPress: () => go({ name: 'information' }),
          },
          {
            key: 'feedback',
            label: t('self.menuFeedback'),
            detail: t('self.menuFeedbackWords'),
            icon: MessageSquareText,
            unavailable: why(works.feedback),
            onPress: () => go({ name: 'feedback' }),
          },
        ]}
      />
    </Question>
  );
}
