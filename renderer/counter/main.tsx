import '../design/base.css';
import type { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { NoticesProvider } from '../design/Notices.tsx';
import { createFaceQueryClient, createStationQueries } from '../system/query.ts';
import { StationProvider } from '../system/station-context.tsx';
import { createStationLink, type StationClient } from '../system/station-link.ts';
import { waitAtMost } from '../system/wait-at-most.ts';
import { createWords } from '../system/words.ts';
import { CounterFace } from './CounterFace.tsx';

/** The first picture is painted in its own letters, so that nothing moves when they come. */
async function loadLetters(): Promise<void> {
  await Promise.allSettled(
    ['450', '700'].map((weight) => document.fonts.load(`${weight} 1em "Plus Jakarta Sans Variable"`)),
  );
}

/** Nobody looks at an empty window longer; a station that needs more is waited for on a picture that says so. */
const LONGEST_WITHOUT_PICTURE_MS = 250;

/** What the first picture shows is asked for while the page is still being made. */
async function askAhead(client: StationClient, answers: QueryClient): Promise<void> {
  const queries = createStationQueries(client);
  await Promise.all([
    answers.prefetchQuery(queries.access.session.queryOptions()),
    answers.prefetchQuery(queries.system.facts.queryOptions()),
  ]);
}

async function openCounter(): Promise<void> {
  const face = document.getElementById('face');
  if (!face) throw new Error('the page has no #face');
  const link = createStationLink(window);
  const answers = createFaceQueryClient();
  const asked = waitAtMost(askAhead(link.client, answers), LONGEST_WITHOUT_PICTURE_MS);
  const [words] = await Promise.all([createWords(), loadLetters(), asked]);
  createRoot(face).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <StationProvider link={link} answers={answers}>
          <NoticesProvider>
            <CounterFace />
          </NoticesProvider>
        </StationProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}

await openCounter();
