import type { QueryClient } from '@tanstack/react-query';
import { forFirstPicture } from '../system/first-picture.ts';
import { createFaceQueryClient, createStationQueries } from '../system/query.ts';
import { createStationLink, type StationClient } from '../system/station-link.ts';

/** What the first picture shows. */
async function askAhead(client: StationClient, answers: QueryClient): Promise<void> {
  const queries = createStationQueries(client);
  await Promise.all([
    answers.prefetchQuery(queries.access.session.queryOptions()),
    answers.prefetchQuery(queries.system.facts.queryOptions()),
    answers.prefetchQuery(queries.access.officers.queryOptions()),
  ]);
}

/** Small, so that the station is asked while the browser still reads and compiles what draws. */
async function startCounter(): Promise<void> {
  const link = createStationLink(window);
  const answers = createFaceQueryClient();
  const asked = forFirstPicture(askAhead(link.client, answers));
  const { openCounter } = await import('./open-counter.tsx');
  await openCounter({ link, answers, asked });
}

await startCounter();
