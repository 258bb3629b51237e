import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { AccessProvider } from './access/access.tsx';
import { ScanRing } from './access/ScanRing.tsx';
import { ApplicationsProvider } from './application/applications.tsx';
import { ComplaintDraftsProvider } from './feedback/complaint-drafts.tsx';
import { ComfortProvider } from './frame/comfort.tsx';
import { Frame } from './frame/Frame.tsx';
import { IdleGuard } from './IdleGuard.tsx';
import { ScreenView } from './ScreenView.tsx';
import { type Entry, FIRST_PATH, goBack, goTo, type Path, type Screen, shownOf } from './visit.ts';
import { VisitContext } from './visit-context.tsx';

/** A finger that bounces, or a second one, must not answer the next question too. */
const SETTLE_MS = 350;

/** One citizen's time at the screen. Shown as it was made, without being drawn again. */
export const Visit = memo(function Visit({ entry, onEnd }: { entry: Entry; onEnd: () => void }) {
  const [path, setPath] = useState(FIRST_PATH);
  const movedAt = useRef(0);
  // Drawn before it is shown: the time that counts begins when it is.
  useLayoutEffect(() => {
    movedAt.current = performance.now();
    if (entry === 'access') setPath([FIRST_PATH[0], { name: 'access' }]);
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
              <IdleGuard onOver={onEnd} />
              <ScanRing />
            </ComplaintDraftsProvider>
          </ApplicationsProvider>
        </AccessProvider>
      </ComfortProvider>
    </VisitContext>
  );
});
