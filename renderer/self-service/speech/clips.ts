import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { Language } from '../../../contract/domain/localized.ts';
import { LANGUAGES } from '../languages.ts';

export const CLIPS_KEY = ['clips'];

const indexSchema = z.array(z.string());

/** Names of the clips there are; none where the build made none. */
const clipsOf = (language: Language) =>
  queryOptions({
    queryKey: [...CLIPS_KEY, language],
    retry: false,
    queryFn: async () => {
      const answer = await fetch(`${folderOf(language)}/index.json`);
      return answer.ok ? indexSchema.parse(await answer.json()) : [];
    },
  });

const folderOf = (language: Language) => `./speech/guide/${language}`;

/** Reads which clips there are, so that nobody waits for it later. */
export function useClipsEarly(): void {
  useQueries({ queries: LANGUAGES.map(({ code }) => clipsOf(code)) });
}

/**
 * Address of what is said on a screen; null where the build made no clip, and then nothing offers to speak. The clips are
 * made of `words/<language>/spoken.json`, and an index beside them tells which there are.
 */
export function useClip(name: string, language: Language): string | null {
  const index = useQuery(clipsOf(language)).data;
  return index?.includes(name) ? `${folderOf(language)}/${name}.wav` : null;
}
