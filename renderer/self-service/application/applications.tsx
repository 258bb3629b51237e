import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useStation } from '../../system/station-context.tsx';
import {
  type ApplicationSession,
  createApplicationSession,
  type FilledApplication,
} from './application-session.ts';

interface Applications {
  /** The one application of this visit; of another service than before, the earlier one is forgotten. */
  of(serviceKey: string): ApplicationSession;
  /** Its id when there is something for a ticket to take along. */
  begun(serviceKey: string): string | null;
  takenAlong(): void;
  end(): void;
}

const ApplicationsContext = createContext<Applications | null>(null);

/** What a citizen fills in lives as long as the visit, unless a ticket takes it along. */
export function ApplicationsProvider({ children }: { children: ReactNode }) {
  const { client } = useStation();
  const [applications] = useState(() => {
    let session: ApplicationSession | null = null;
    const end = () => {
      session?.end();
      session = null;
    };
    return {
      of(serviceKey: string) {
        if (session && session.serviceKey !== serviceKey) end();
        session ??= createApplicationSession(client.selfService, serviceKey);
        return session;
      },
      begun: (serviceKey: string) =>
        session?.serviceKey === serviceKey && session.state().begun ? session.draftId : null,
      takenAlong() {
        session?.takenAlong();
        session = null;
      },
      end,
    };
  });
  useEffect(() => () => applications.end(), [applications]);
  return <ApplicationsContext value={applications}>{children}</ApplicationsContext>;
}

export function useApplications(): Applications {
  const applications = useContext(ApplicationsContext);
  if (!applications) throw new Error('no ApplicationsProvider above this component');
  return applications;
}

/** The application of this visit and what is filled in. */
export function useApplication(serviceKey: string): {
  session: ApplicationSession;
  filled: FilledApplication;
} {
  const [session] = useState(useApplications().of(serviceKey));
  return { session, filled: useSyncExternalStore(session.subscribe, session.state) };
}
