import { memo, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { AccessProvider } from './access/access.tsx';
import { ScanRing } from './access/ScanRing.tsx';
import { ApplicationsProvider } from './application/applications.tsx';
import { ComplaintDraftsProvider } from './feedback/complaint-drafts.tsx';
import { ComfortProvider } from './frame/comfort.tsx';
import { Frame } from './frame/Frame.tsx';
import { IdleGuard } from './IdleGuard.tsx';
import { useRehearsal } from './rehearsal.ts';
import { ScreenView } from './ScreenView.tsx';
import { type Entry, FIRST_PATH, goBack, goTo, type Path, type Screen, shownOf } from './visit.ts';
import { VisitContext } from './visit-context.tsx';
import { useVisitOpen } from './visit-open.ts';

/** A finger that bounces, or a second one, must not answer the next question too. */
const SETTLE_MS = 350;

/** One citizen's time at the screen. Shown as it was made, without being drawn again. */
export const Visit = memo(function Visit({ entry, onEnd }: { entry: Entry; onEnd: () => void }) {
  const [path, setPath] = useState(FIRST_PATH);
  const movedAt = useRef(0);
  const begin = useCallback(() => {
    movedAt.current = performance.now();
    setPath(entry === 'access' ? [...FIRST_PATH, { name: 'access' }] : FIRST_PATH);
  }, [entry]);
  const visit = useMemo(() => {
    const move = (next: (path: Path) => Path) => {
      movedAt.current = performance.now();
      setPath(next);
    };
    return {
      go: (screen: Screen) => move((last) => goTo(last, screen)),
      back: () => move(goBack),
      whenSettled: (act: () => void) => () => {
        if (performance.now() - movedAt.current >= SETTLE_MS) act();
      },
    };
  }, []);
  const place = useMemo(() => ({ ...visit, path, end: onEnd }), [visit, path, onEnd]);
  const shown = shownOf(path);
  return (
    <VisitContext value={place}>
      <ComfortProvider>
        <AccessProvider entry={entry}>
          <ApplicationsProvider>
            <ComplaintDraftsProvider>
              <Frame>
                <ScreenView key={path.length} screen={shown} />
              </Frame>
              <Attended begin={begin} rehearse={setPath}>
                <IdleGuard onOver={onEnd} />
                <ScanRing />
              </Attended>
            </ComplaintDraftsProvider>
          </ApplicationsProvider>
        </AccessProvider>
      </ComfortProvider>
    </VisitContext>
  );
});

/** What is there only while somebody is. */
function Attended({
  begin,
  rehearse,
  children,
}: {
  begin: () => void;
  rehearse: (path: Path) => void;
  children: ReactNode;
}) {
  const open = useVisitOpen();
  useRehearsal(!open, rehearse);
  // The time that counts begins when the visit is seen.
  useLayoutEffect(() => {
    if (open) begin();
  }, [open, begin]);
  return open ? children : null;
}
