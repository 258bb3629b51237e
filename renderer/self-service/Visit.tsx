import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ApplicationsProvider } from './application/applications.tsx';
import { ComplaintDraftsProvider } from './feedback/complaint-drafts.tsx';
import { ComfortProvider } from './frame/comfort.tsx';
import { Frame } from './frame/Frame.tsx';
import { IdleGuard } from './IdleGuard.tsx';
import { ScreenView } from './ScreenView.tsx';
import { FIRST_PATH, goBack, goTo, type Path, type Screen, shownOf } from './visit.ts';
import { VisitContext } from './visit-context.tsx';

/** A finger that bounces, or a second one, must not answer the next question too. */
const SETTLE_MS = 350;

/** One citizen's time at the screen. */
export function Visit({ onEnd }: { onEnd: () => void }) {
  const [path, setPath] = useState(FIRST_PATH);
  const movedAt = useRef(0);
  // Drawn before it is shown: the time that counts begins when it is.
  useLayoutEffect(() => {
    movedAt.current = performance.now();
  }, []);
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
        <ApplicationsProvider>
          <ComplaintDraftsProvider>
            <Frame>
              <ScreenView key={path.length} screen={shown} />
            </Frame>
            <IdleGuard onOver={onEnd} />
          </ComplaintDraftsProvider>
        </ApplicationsProvider>
      </ComfortProvider>
    </VisitContext>
  );
}
