import { useTranslation } from 'react-i18next';
import { missingCase } from '../system/missing-case.ts';
import { AccessScreen } from './access/AccessScreen.tsx';
import { ApplyQuestion } from './application/ApplyQuestion.tsx';
import { ApplyReview } from './application/ApplyReview.tsx';
import { WhoseQuestion } from './application/WhoseQuestion.tsx';
import { DocumentPicture } from './documents/DocumentPicture.tsx';
import { DocumentQuestionScreen } from './documents/DocumentQuestionScreen.tsx';
import { DocumentResultScreen } from './documents/DocumentResultScreen.tsx';
import { AnswerCode } from './feedback/AnswerCode.tsx';
import { Complained } from './feedback/Complained.tsx';
import { ComplaintAnswer } from './feedback/ComplaintAnswer.tsx';
import { ComplaintForm } from './feedback/ComplaintForm.tsx';
import { ComplaintPicture } from './feedback/ComplaintPicture.tsx';
import { ComplaintVoice } from './feedback/ComplaintVoice.tsx';
import { FeedbackMenu } from './feedback/FeedbackMenu.tsx';
import { RateQuestion } from './feedback/RateQuestion.tsx';
import { SurveyQuestion } from './feedback/SurveyQuestion.tsx';
import { Thanks } from './feedback/Thanks.tsx';
import { GeneralTopicScreen } from './information/GeneralTopicScreen.tsx';
import { Information } from './information/Information.tsx';
import { SearchScreen } from './information/SearchScreen.tsx';
import { ServiceScreen } from './information/ServiceScreen.tsx';
import { ServiceTopicScreen } from './information/ServiceTopicScreen.tsx';
import { Menu } from './Menu.tsx';
import { ServiceQuestion } from './ServiceQuestion.tsx';
import { StatusAnswer } from './status/StatusAnswer.tsx';
import { StatusCode } from './status/StatusCode.tsx';
import { PeopleQuestion } from './ticket/PeopleQuestion.tsx';
import { PriorityQuestion } from './ticket/PriorityQuestion.tsx';
import { TicketAnswer } from './ticket/TicketAnswer.tsx';
import type { Screen } from './visit.ts';
import { useVisit } from './visit-context.tsx';

/** Draws the screen a visit is at. */
export function ScreenView({ screen }: { screen: Screen }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  switch (screen.name) {
    case 'menu':
      return <Menu />;
    case 'access':
      return <AccessScreen />;
    case 'ticket-service':
      return (
        <ServiceQuestion
          title={t('self.ticketService')}
          onChoose={(serviceKey) => go({ name: 'ticket-people', serviceKey })}
        />
      );
    case 'ticket-people':
      return <PeopleQuestion serviceKey={screen.serviceKey} />;
    case 'ticket-priority':
      return <PriorityQuestion serviceKey={screen.serviceKey} people={screen.people} />;
    case 'ticket':
      return <TicketAnswer screen={screen} />;
    case 'apply-service':
      return (
        <ServiceQuestion
          title={t('self.applyService')}
          onChoose={(serviceKey) => go({ name: 'apply-whose', serviceKey })}
        />
      );
    case 'apply-whose':
      return <WhoseQuestion serviceKey={screen.serviceKey} />;
    case 'apply-question':
      return <ApplyQuestion screen={screen} />;
    case 'apply-review':
      return <ApplyReview screen={screen} />;
    case 'information':
      return <Information />;
    case 'search':
      return <SearchScreen />;
    case 'service':
      return <ServiceScreen serviceKey={screen.serviceKey} />;
    case 'service-topic':
      return <ServiceTopicScreen serviceKey={screen.serviceKey} topic={screen.topic} />;
    case 'general-topic':
      return <GeneralTopicScreen topic={screen.topic} />;
    case 'documents-service':
      return (
        <ServiceQuestion
          title={t('self.documentsService')}
          onChoose={(serviceKey) => go({ name: 'documents-question', serviceKey, answers: {} })}
        />
      );
    case 'documents-question':
      return <DocumentQuestionScreen serviceKey={screen.serviceKey} answers={screen.answers} />;
    case 'documents':
      return <DocumentResultScreen serviceKey={screen.serviceKey} answers={screen.answers} />;
    case 'document-picture':
      return <DocumentPicture screen={screen} />;
    case 'status-code':
      return <StatusCode />;
    case 'status':
      return <StatusAnswer trackingCode={screen.trackingCode} />;
    case 'feedback':
      return <FeedbackMenu />;
    case 'rate':
      return <RateQuestion id={screen.id} />;
    case 'rated':
      return <Thanks offerSurvey />;
    case 'survey':
      return <SurveyQuestion id={screen.id} answers={screen.answers} />;
    case 'surveyed':
      return <Thanks offerSurvey={false} />;
    case 'complaint':
      return <ComplaintForm screen={screen} />;
    case 'complaint-voice':
      return <ComplaintVoice id={screen.id} />;
    case 'complaint-picture':
      return <ComplaintPicture id={screen.id} />;
    case 'complained':
      return <Complained code={screen.code} printJobId={screen.printJobId} />;
    case 'answer-code':
      return <AnswerCode />;
    case 'answer':
      return <ComplaintAnswer code={screen.code} />;
    default:
      return missingCase(screen);
  }
}
