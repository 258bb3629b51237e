import { expect, test } from 'vitest';
import { createFaceQueryClient, createStationQueries } from '../system/query.ts';
import type { StationClient } from '../system/station-link.ts';
import { answersForNext } from './everybodys-answers.ts';
import { CLIPS_KEY } from './speech/clips.ts';

/** Keys are made of names alone, so nobody has to answer. */
const nobody: unknown = new Proxy(() => undefined, { get: () => nobody });
const queries = createStationQueries(nobody as StationClient);

test('the next visit begins with what is the same for every citizen and with nothing else', () => {
  const last = createFaceQueryClient();
  const everybodys = [
    queries.system.facts.queryKey(),
    queries.selfService.health.queryKey(),
    queries.catalog.current.queryKey(),
    [...CLIPS_KEY, 'id'],
  ];
  const citizens = [
    queries.selfService.status.queryKey({ input: { trackingCode: 'LB-7K3M-9QX2-D' as never } }),
    queries.catalog.searchVillages.queryKey({ input: { query: 'kubu', limit: 3 } }),
    queries.selfService.help.queryKey(),
  ];
  for (const key of [...everybodys, ...citizens]) last.setQueryData(key as readonly unknown[], { at: 1 });
  last.getMutationCache().build(last, { mutationKey: ['complain'] });

  const next = answersForNext(queries, last);
  for (const key of everybodys) expect(next.getQueryData(key as readonly unknown[])).toEqual({ at: 1 });
  expect(next.getQueryCache().getAll()).toHaveLength(everybodys.length);
  expect(next.getMutationCache().getAll()).toEqual([]);
  expect(next.getQueryState(queries.system.facts.queryKey())?.isInvalidated).toBe(true);
  expect(next.getQueryState(queries.catalog.current.queryKey())?.isInvalidated).toBe(false);
});

test('what could not be read, and what became stale, is asked for again', async () => {
  const last = createFaceQueryClient();
  const health = queries.selfService.health.queryKey();
  last.setQueryData(health as readonly unknown[], { printer: 'ready' });
  await last.invalidateQueries({ queryKey: health });
  const failing = {
    queryKey: queries.catalog.current.queryKey(),
    retry: false,
    queryFn: () => Promise.reject(new Error('none')),
  };
  await last.prefetchQuery(failing as never);
  const next = answersForNext(queries, last);
  expect(next.getQueryState(health)?.isInvalidated).toBe(true);
  expect(next.getQueryState(failing.queryKey)).toBeUndefined();
});
