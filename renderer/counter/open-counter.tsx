import '../design/base.css';
import type { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { NoticesProvider } from '../design/Notices.tsx';
import { StationProvider } from '../system/station-context.tsx';
import type { StationLink } from '../system/station-link.ts';
import { createWords } from '../system/words.ts';
import { CounterFace } from './CounterFace.tsx';

/** The first picture is painted in its own letters, so that nothing moves when they come. */
async function loadLetters(): Promise<void> {
  await Promise.allSettled(
    ['450', '700'].map((weight) => document.fonts.load(`${weight} 1em "Plus Jakarta Sans Variable"`)),
  );
}

export interface CounterBeginning {
  readonly link: StationLink;
  /** Where answers lie that were asked for before anything was drawn. */
  readonly answers: QueryClient;
  /** Resolves when they are there, or when they are no longer waited for. */
  readonly asked: Promise<void>;
}

export async function openCounter({ link, answers, asked }: CounterBeginning): Promise<void> {
  const face = document.getElementById('face');
  if (!face) throw new Error('the page has no #face');
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
