import '../design/base.css';
import './self-service.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createStationLink } from '../system/station-link.ts';
import { createWords } from '../system/words.ts';
import { SelfServiceFace } from './SelfServiceFace.tsx';

async function openSelfService(): Promise<void> {
  const face = document.getElementById('face');
  if (!face) throw new Error('the page has no #face');
  const link = createStationLink(window);
  createRoot(face).render(
    <StrictMode>
      <I18nextProvider i18n={await createWords(['id', 'en'])}>
        <SelfServiceFace link={link} />
      </I18nextProvider>
    </StrictMode>,
  );
}

await openSelfService();
