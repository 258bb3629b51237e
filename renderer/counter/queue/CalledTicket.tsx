import { ArrowRightLeft, Hourglass, Megaphone, SkipForward, Undo2, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contract/domain/ticket.ts';
import { Button } from '../../design/Button.tsx';
import { ChoiceMenu } from '../../design/ChoiceMenu.tsx';
import styles from './CalledTicket.module.css';
import type { QueueSteps } from './queue-steps.ts';

/** The station calls no number more often. */
const MOST_CALLS = 3;

/** The number that was called and has not come yet, or stands at the counter: what may be done with it, a touch each. */
export function CalledTicket({
  ticket,
  steps,
  groups,
  serve,
}: {
  ticket: Ticket;
  steps: QueueSteps;
  /** Letters it can be moved to, with what is served there. */
  groups: readonly { readonly letter: string; readonly services: string }[];
  serve: { begin: (ticket: Ticket) => void; isPending: boolean };
}) {
  const { t } = useTranslation();
  const { number, state, calls } = ticket;
  const isCalled = state === 'called';
  return (
    <div className={styles.called}>
      <p className={styles.line}>
        <strong className={styles.number}>{number}</strong>
        <span>
          {isCalled ? t('queue.calledTimes', { count: calls, counter: ticket.counter }) : t('home.serving')}
        </span>
      </p>
      <Button variant="primary" size="large" wide busy={serve.isPending} onPress={() => serve.begin(ticket)}>
        {t(isCalled ? 'home.serveNext' : 'home.continueServing', { number })}
      </Button>
      <div className={styles.steps}>
        {isCalled ? (
          <Button
            size="small"
            icon={Megaphone}
            wide
            isDisabled={calls >= MOST_CALLS}
            onPress={() => steps.take(ticket, 'recall')}
          >
            {t('queue.recall')}
          </Button>
        ) : (
          <Button size="small" icon={Undo2} wide onPress={() => steps.take(ticket, 'put-back')}>
            {t('queue.putBack')}
          </Button>
        )}
        <Button size="small" icon={Hourglass} wide onPress={() => steps.take(ticket, 'hold')}>
          {t('queue.hold')}
        </Button>
        {isCalled ? (
          <Button size="small" icon={SkipForward} wide onPress={() => steps.take(ticket, 'skip')}>
            {t('queue.skip')}
          </Button>
        ) : null}
        <Button
          size="small"
          icon={UserRoundX}
          wide
          aria-label={t('home.noShowFor', { number })}
          onPress={() => steps.take(ticket, 'no-show')}
        >
          {t('home.noShow')}
        </Button>
        {groups.length > 0 ? (
          <ChoiceMenu
            label={t('queue.transfer')}
            icon={ArrowRightLeft}
            choices={groups.map(({ letter, services }) => ({
              key: letter,
              label: t('queue.toGroup', { group: letter, services }),
            }))}
            value={null}
            onChoose={(group) => steps.transfer(ticket, group)}
          />
        ) : null}
      </div>
    </div>
  );
}
