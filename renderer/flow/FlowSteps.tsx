import { startTransition, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Service } from '../../contract/domain/catalog.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import { goTo } from '../system/place.ts';
import { useStation } from '../system/station-context.tsx';
import { waitAtMost } from '../system/wait-at-most.ts';
import type { DraftSession } from './draft-session.ts';
import { FlowFrame } from './FlowFrame.tsx';
import { blockingIssues } from './field-issues.ts';
import { focusField, focusFirst } from './focus-field.ts';
import { StepScreen } from './StepScreen.tsx';
import type { Submitted } from './step-props.ts';
import { useStepScans } from './step-scans.ts';

/** The second tap of a double tap comes within half a second; it must not press the next screen's button. */
const SETTLE_MS = 500;

/** A save takes some milliseconds. When the station is away the officer is not kept waiting for it. */
const SAVE_PATIENCE_MS = 1_500;

/** `false` takes a step back from the office once nothing is missing in it; otherwise nothing changes. */
function finishedAfterAll(draft: Draft, step: string): false | undefined {
  const left = draft.leftForOffice.includes(step);
  return left && !draft.issues.some((issue) => issue.step === step) ? false : undefined;
}

/** Which step is open, and how one leaves it. The step shown is the face's own; the station is told. */
export function FlowSteps({
  draft,
  service,
  session,
  onSubmitted,
}: {
  draft: Draft;
  service: Service;
  session: DraftSession;
  onSubmitted: (submitted: Submitted) => void;
}) {
  const { link } = useStation();
  const saving = useSyncExternalStore(session.autosave.subscribe, session.autosave.state);
  const [opened, setOpened] = useState(session.waitingStep() ?? draft.currentStep);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const content = useRef<HTMLDivElement>(null);
  const index = Math.max(
    0,
    service.steps.findIndex(({ key }) => key === opened),
  );
  const step = service.steps[index];
  const values = { ...draft.values, ...saving.typed };
  useStepScans(step, values, session.autosave);

  useEffect(() => {
    if (opened) focusFirst(content.current);
  }, [opened]);

  // Moves the station refused while nobody was signed in are made now.
  useEffect(() => void session.resume().catch(() => undefined), [session]);

  // What was typed last is sent when the page is taken away.
  useEffect(() => () => void session.autosave.flush().catch(() => undefined), [session]);

  const open = useCallback(
    (key: string, leaveForOffice?: boolean) => {
      movedAt.current = performance.now();
      // The button shows that it was pressed before the next screen, which a weak machine draws slowly, is there.
      startTransition(() => setOpened(key));
      session.moveTo(key, leaveForOffice).catch(() => undefined);
    },
    [session],
  );

  const settled = () => performance.now() - movedAt.current > SETTLE_MS;
  const ask = (key: string) => setAsked((before) => new Set(before).add(key));

  async function saveFirst(): Promise<void> {
    if (link.state().state !== 'connected') return;
    setBusy(true);
    await waitAtMost(session.autosave.flush(), SAVE_PATIENCE_MS);
    setBusy(false);
  }

  async function next(evenSo: boolean): Promise<void> {
    const following = service.steps[index + 1];
    if (!step || !following || busy || !settled()) return;
    await saveFirst();
    const blocking = blockingIssues(session.current()?.issues ?? [], step.key);
    if (blocking.length > 0 && !evenSo) {
      ask(step.key);
      requestAnimationFrame(() => focusField(content.current, blocking[0]?.at ?? ''));
      return;
    }
    startTransition(() => ask(step.key));
    open(following.key, finishedAfterAll(session.current() ?? draft, step.key));
  }

  function back(): void {
    const before = service.steps[index - 1];
    if (busy || !settled()) return;
    if (before) open(before.key);
    else goTo({ name: 'home' });
  }

  function leaveForOffice(): void {
    const following = service.steps[index + 1];
    if (following && !busy && settled()) open(following.key, true);
  }

  if (!step) return null;
  return (
    <FlowFrame
      draft={draft}
      service={service}
      step={step}
      index={index}
      values={values}
      saving={saving}
      busy={busy}
      blocking={asked.has(step.key) ? blockingIssues(draft.issues, step.key).length : 0}
      contentRef={content}
      onOpen={(key) => open(key)}
      onBack={back}
      onNext={(evenSo) => {
        next(evenSo).catch(() => setBusy(false));
      }}
      onLeaveForOffice={leaveForOffice}
    >
      <StepScreen
        key={step.key}
        draft={draft}
        service={service}
        step={step}
        values={values}
        unsaved={saving.unsaved}
        autosave={session.autosave}
        showMissing={asked.has(step.key)}
        onChanged={session.accept}
        saveValues={session.autosave.change}
        goToStep={(key) => {
          startTransition(() => ask(key));
          open(key);
        }}
        onSubmitted={onSubmitted}
        flush={session.autosave.flush}
      />
    </FlowFrame>
  );
}
