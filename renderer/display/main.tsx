import '../design/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { StationProvider } from '../system/station-context.tsx';
import { createStationLink } from '../system/station-link.ts';
import { createWords } from '../system/words.ts';
import { DisplayFace } from './DisplayFace.tsx';

async function openDisplay(): Promise<void> {
  const face = document.getElementById('face');
  if (!face) throw new Error('the page has no #face');
  const link = createStationLink(window);
  createRoot(face).render(
    <StrictMode>
      <I18nextProvider i18n={await createWords(['id', 'en'])}>
        <StationProvider link={link}>
          <DisplayFace />
        </StationProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}

await openDisplay();
