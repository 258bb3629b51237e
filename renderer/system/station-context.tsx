import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import {
  createFaceQueryClient,
  createStationQueries,
  followEvents,
  forgetAll,
  type StationQueries,
} from './query.ts';
import type { LinkEvent, LinkState, StationClient, StationLink } from './station-link.ts';

interface Station {
  readonly link: StationLink;
  readonly client: StationClient;
  /** Query and mutation options per command: `useQuery(queries.devices.list.queryOptions())`. */
  readonly queries: StationQueries;
}

const StationContext = createContext<Station | null>(null);

export interface StationProviderProps {
  readonly link: StationLink;
  /** Where answers lie that were asked for before anything was drawn. */
  readonly answers?: QueryClient;
  readonly children: ReactNode;
}

export function StationProvider({ link, answers, children }: StationProviderProps) {
  const [station] = useState(() => ({
    link,
    client: link.client,
    queries: createStationQueries(link.client),
  }));
  const [cache] = useState(() => answers ?? createFaceQueryClient());
  useEffect(() => {
    const stop = followEvents(station.link, station.queries, cache);
    return () => {
      stop();
      forgetAll(cache);
    };
  }, [station, cache]);
  return (
    <StationContext value={station}>
      <QueryClientProvider client={cache}>{children}</QueryClientProvider>
    </StationContext>
  );
}

export function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('no StationProvider above this component');
  return station;
}

export function useLinkState(): LinkState {
  const { link } = useStation();
  return useSyncExternalStore(link.subscribe, link.state);
}

/** Calls back for every event of one type, such as `camera-changed`. */
export function useStationEvent<Type extends LinkEvent['type']>(
  type: Type,
  onEvent: (event: EventOf<Type>) => void,
): void {
  const { link } = useStation();
  useEffect(
    () =>
      link.onEvent((event) => {
        if (isOf(event, type)) onEvent(event);
      }),
    [link, type, onEvent],
  );
}

type EventOf<Type extends LinkEvent['type']> = Extract<LinkEvent, { readonly type: Type }>;

function isOf<Type extends LinkEvent['type']>(event: LinkEvent, type: Type): event is EventOf<Type> {
  return event.type === type;
}
