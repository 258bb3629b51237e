import { ArrowLeft, ArrowRight, House, Landmark } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../contract/domain/catalog.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import type { Step } from '../../contract/domain/form.ts';
import { Button } from '../design/Button.tsx';
import { classNames } from '../design/class-names.ts';
import { Progress } from '../design/Progress.tsx';
import { StatusPill } from '../design/StatusPill.tsx';
import { useLocalized } from '../system/language.ts';
import { goTo } from '../system/place.ts';
import type { AutosaveState, Values } from './autosave.ts';
import styles from './FlowFrame.module.css';
import { furthestReached, stepState } from './progress-steps.ts';
import { SaveStatus } from './SaveStatus.tsx';

export interface FlowFrameProps {
  draft: Draft;
  service: Service;
  step: Step;
  index: number;
  values: Values;
  saving: AutosaveState;
  busy: boolean;
  /** How many fields hold the step back, once the officer asked to go on. */
  blocking: number;
  contentRef: RefObject<HTMLDivElement | null>;
  onOpen: (key: string) => void;
  onBack: () => void;
  /** `evenSo`: although something is still to be filled. */
  onNext: (evenSo: boolean) => void;
  onLeaveForOffice: () => void;
  children: ReactNode;
}

/** What stays in its place on every step: whose draft it is, the steps, back, next, and whether it is saved. */
export function FlowFrame(props: FlowFrameProps) {
  const { draft, service, step, index, values, saving, busy, blocking, children } = props;
  const { t } = useTranslation();
  const local = useLocalized();
  const reached = furthestReached(service, draft, step.key);
  const isLast = index === service.steps.length - 1;
  const name = values['identity.fullName'];
  const crowded = blocking > 0 && step.mayFinishAtOffice;
  return (
    <div className={styles.flow}>
      <aside className={styles.rail}>
        <div className={styles.whose}>
          {draft.ticketNumber ? <p className={styles.ticket}>{draft.ticketNumber}</p> : null}
          <p className={styles.name}>{typeof name === 'string' && name ? name : t('home.unnamed')}</p>
        </div>
        <nav className={styles.steps}>
          <Progress
            steps={service.steps.map((each, place) => ({
              key: each.key,
              title: local(each.title),
              state: stepState(each, place, reached, draft),
            }))}
            current={step.key}
            onOpen={props.onOpen}
          />
        </nav>
        <div className={styles.leave}>
          <Button variant="quiet" size="small" icon={House} onPress={() => goTo({ name: 'home' })}>
            {t('flow.saveAndClose')}
          </Button>
        </div>
      </aside>
      <main className={styles.main}>
        <div ref={props.contentRef} className={styles.content}>
          <header className={styles.head}>
            <p className={styles.number}>
              {t('common.stepOf', { number: index + 1, total: service.steps.length })} · {local(service.name)}
            </p>
            <h1 className={styles.title} tabIndex={-1}>
              {local(step.title)}
            </h1>
            <p className={styles.help}>{local(step.help)}</p>
          </header>
          {children}
        </div>
        <footer className={classNames(styles.foot, crowded && styles.crowded)}>
          <Button size="large" icon={ArrowLeft} onPress={props.onBack}>
            {t('common.back')}
          </Button>
          <div className={styles.middle}>
            {blocking > 0 ? (
              <span role="alert">
                <StatusPill tone="warn">{t('flow.blocking', { count: blocking })}</StatusPill>
              </span>
            ) : null}
            <SaveStatus saving={saving} savedAt={draft.savedAt} />
          </div>
          {blocking > 0 ? (
            <Button variant="quiet" size="large" onPress={() => props.onNext(true)}>
              {t('flow.evenSo')}
            </Button>
          ) : null}
          {step.mayFinishAtOffice && !isLast ? (
            <Button variant="quiet" size="large" icon={Landmark} onPress={props.onLeaveForOffice}>
              {t('flow.leaveForOffice')}
            </Button>
          ) : null}
          {isLast ? null : (
            <Button
              variant="primary"
              size="large"
              iconAfter={ArrowRight}
              busy={busy}
              onPress={() => props.onNext(false)}
            >
              {t('common.next')}
            </Button>
          )}
        </footer>
      </main>
    </div>
  );
}
