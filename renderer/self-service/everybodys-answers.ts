import { dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import { createFaceQueryClient, type StationQueries } from '../system/query.ts';
import { CLIPS_KEY } from './speech/clips.ts';

/**
 * The answers the next visit begins with: those that are the same for every citizen, so that the welcome stands as it is at
 * once. All others stay in `last` and go with it.
 */
export function answersForNext(queries: StationQueries, last: QueryClient): QueryClient {
  const facts = queries.system.facts.key();
  const keys = [facts, queries.selfService.health.key(), queries.catalog.current.key(), CLIPS_KEY];
  const everybodys = new Set(keys.flatMap((queryKey) => last.getQueryCache().findAll({ queryKey })));
  const next = createFaceQueryClient();
  hydrate(
    next,
    dehydrate(last, {
      shouldDehydrateQuery: (query) => query.state.status === 'success' && everybodys.has(query),
      shouldDehydrateMutation: () => false,
    }),
  );
  // They hold the time at which they were read: asked for again, and good until the answer.
  next.invalidateQueries({ queryKey: facts, refetchType: 'none' }).catch(() => undefined);
  return next;
}
