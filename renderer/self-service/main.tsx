import '../design/base.css';
import './self-service.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { forFirstPicture } from '../system/first-picture.ts';
import { createFaceQueryClient, createStationQueries } from '../system/query.ts';
import { createStationLink } from '../system/station-link.ts';
import { createWords } from '../system/words.ts';
import { SelfServiceFace } from './SelfServiceFace.tsx';

async function openSelfService(): Promise<void> {
  const face = document.getElementById('face');
  if (!face) throw new Error('the page has no #face');
  const link = createStationLink(window);
  const answers = createFaceQueryClient();
  const queries = createStationQueries(link.client);
  const asked = Promise.all([
    answers.prefetchQuery(queries.system.facts.queryOptions()),
    answers.prefetchQuery(queries.selfService.health.queryOptions()),
  ]);
  const [words] = await Promise.all([createWords(['id', 'en']), forFirstPicture(asked)]);
  createRoot(face).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <SelfServiceFace link={link} answers={answers} />
      </I18nextProvider>
    </StrictMode>,
  );
}

await openSelfService();
