import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { DraftSessionsProvider } from '../flow/draft-sessions.tsx';
import { useFacts } from '../system/now.ts';
import { ScansProvider } from '../system/scans-provider.tsx';
import { useLinkState, useStation } from '../system/station-context.tsx';
import { ClosedScreen } from './ClosedScreen.tsx';
import { FatalScreen } from './FatalScreen.tsx';
import { LockScreen } from './LockScreen.tsx';
import { Reconnecting } from './Reconnecting.tsx';
import { SignIn } from './SignIn.tsx';
import { Starting } from './Starting.tsx';

const loadDesk = () => import('./Desk.tsx');
/** Most of the face's code, which nobody needs before an officer has signed in. */
const Desk = lazy(async () => ({ default: (await loadDesk()).Desk }));

/** Milliseconds; before anybody has chosen their card and typed a PIN. */
const DESK_WAITS_AT_MOST = { timeout: 1_000 };

/** The officer's face: which of its rooms is open depends on the station, the session and the lock. */
export function CounterFace() {
  const { link, queries } = useStation();
  const state = useLinkState();
  const session = useQuery(queries.access.session.queryOptions());
  const facts = useFacts();
  const answers = session.data !== undefined && facts !== undefined;

  useEffect(() => {
    if (!answers) return;
    const frame = requestAnimationFrame(() => link.tellInteractive());
    // While the officer types the PIN. Should it fail, opening the desk tries again.
    const idle = requestIdleCallback(() => void loadDesk().catch(() => undefined), DESK_WAITS_AT_MOST);
    return () => {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
    };
  }, [answers, link]);

  if (state.state === 'fatal') return <FatalScreen reason={state.reason} />;
  if (session.data === undefined || !facts) return <Starting />;
  if (facts.unattendedUntil !== null) return <ClosedScreen facts={facts} />;
  return (
    <ScansProvider>
      <DraftSessionsProvider>
        {session.data === null ? <SignIn facts={facts} /> : null}
        {session.data?.locked ? <LockScreen session={session.data} facts={facts} /> : null}
        {session.data && !session.data.locked ? (
          <Suspense fallback={<Starting />}>
            <Desk session={session.data} facts={facts} />
          </Suspense>
        ) : null}
        {state.state === 'lost' ? <Reconnecting /> : null}
      </DraftSessionsProvider>
    </ScansProvider>
  );
}
