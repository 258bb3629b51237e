import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StationFacts } from '../../contract/station/system.ts';
import { useStation } from './station-context.tsx';

/** Often enough that the clock on screen is never more than a second late. */
const TICK_MS = 1_000;

/** The station's word on itself; undefined until it answered once. */
export function useFacts(): StationFacts | undefined {
  const { queries } = useStation();
  return useQuery(queries.system.facts.queryOptions()).data;
}

/** The station's time, ticking. The page's own clock is used only to count on from the station's last answer. */
export function useNow(): number {
  const facts = useFacts();
  const [drift, setDrift] = useState(0);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!facts) return;
    setDrift(facts.now - Date.now());
    setNow(Date.now());
  }, [facts]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now + drift;
}
