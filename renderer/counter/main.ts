import type { QueryClient } from '@tanstack/react-query';
import { createFaceQueryClient, createStationQueries } from '../system/query.ts';
import { createStationLink, type StationClient } from '../system/station-link.ts';
import { waitAtMost } from '../system/wait-at-most.ts';

/** Nobody looks at an empty window longer; a station that needs more is waited for on a picture that says so. */
const LONGEST_WITHOUT_PICTURE_MS = 250;

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
  const asked = waitAtMost(askAhead(link.client, answers), LONGEST_WITHOUT_PICTURE_MS);
  const { openCounter } = await import('./open-counter.tsx');
  await openCounter({ link, answers, asked });
}

await startCounter();
