import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketPriority } from '../../../contract/domain/ticket.ts';
import { Button } from '../../design/Button.tsx';
import { ChoiceCards } from '../../design/ChoiceCards.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { TextField } from '../../design/TextField.tsx';
import { useCatalog } from '../../system/catalog.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { useLocalized } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import { useStation } from '../../system/station-context.tsx';
import { appointmentInstant } from './appointment-time.ts';
import { IssuedTicket } from './IssuedTicket.tsx';
import styles from './IssueTicketDialog.module.css';
import { PeopleStepper } from './PeopleStepper.tsx';
import { PRIORITIES } from './priorities.ts';

/** Asks for service and priority, makes the number durable, then shows it while it prints. */
export function IssueTicketDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('queue.title')} width="wide">
      <IssueTicket onClose={onClose} />
    </Dialog>
  );
}

function IssueTicket({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const { catalog } = useCatalog();
  const local = useLocalized();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [ids] = useState(() => ({ id: newIdentifier(), printJobId: newIdentifier() }));
  const [serviceKey, setServiceKey] = useState<string | null>(null);
  const [priority, setPriority] = useState<TicketPriority>('none');
  const [people, setPeople] = useState(1);
  const [appointment, setAppointment] = useState('');
  const appointmentAt = appointmentInstant(appointment, useNow());
  const issue = useMutation(
    queries.queue.issue.mutationOptions({
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const services = catalog?.services ?? [];
  const chosen = serviceKey ?? services[0]?.key ?? null;
  if (issue.data) {
    return <IssuedTicket issued={issue.data} onClose={onClose} />;
  }
  return (
    <>
      <ChoiceCards
        label={t('queue.service')}
        shape="tall"
        choices={services.map((service) => ({
          key: service.key,
          label: local(service.name),
          detail: local(service.summary),
        }))}
        value={chosen}
        onChange={setServiceKey}
      />
      <ChoiceCards
        label={t('queue.who')}
        hint={t('queue.whoHint')}
        choices={PRIORITIES.map((key) => ({ key, label: t(`queue.priorities.${key}`) }))}
        value={priority}
        onChange={(key) => setPriority(PRIORITIES.find((known) => known === key) ?? 'none')}
      />
      <div className={styles.pair}>
        <PeopleStepper people={people} onChange={setPeople} />
        <TextField
          label={t('queue.appointment')}
          hint={t('queue.appointmentHint')}
          value={appointment}
          onChange={setAppointment}
          maximumLength={5}
          notes={
            appointmentAt === undefined
              ? [{ key: 'time', tone: 'bad', text: t('queue.appointmentWrong') }]
              : []
          }
        />
      </div>
      <Button
        variant="primary"
        size="large"
        wide
        icon={Printer}
        busy={issue.isPending}
        isDisabled={chosen === null || appointmentAt === undefined}
        onPress={() => {
          if (chosen !== null && !issue.isPending)
            issue.mutate({ ...ids, serviceKey: chosen, priority, people, appointmentAt });
        }}
      >
        {t('queue.print')}
      </Button>
    </>
  );
}
