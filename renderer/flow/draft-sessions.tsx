import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useStation } from '../system/station-context.tsx';
import { createDraftSession, type DraftSession } from './draft-session.ts';

const DraftSessionsContext = createContext<((draftId: string) => DraftSession) | null>(null);

/** Keeps one session per opened draft for as long as the face lives. */
export function DraftSessionsProvider({ children }: { children: ReactNode }) {
  const { client, queries } = useStation();
  const cache = useQueryClient();
  const [open] = useState(() => {
    const sessions = new Map<string, DraftSession>();
    return (draftId: string) => {
      const session = sessions.get(draftId) ?? createDraftSession(draftId, client, queries, cache);
      sessions.set(draftId, session);
      return session;
    };
  });
  return <DraftSessionsContext value={open}>{children}</DraftSessionsContext>;
}

export function useDraftSession(draftId: string): DraftSession {
  const open = useContext(DraftSessionsContext);
  if (!open) throw new Error('no DraftSessionsProvider above this component');
  return open(draftId);
}
