import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { Language } from '../../../contract/domain/localized.ts';

const indexSchema = z.array(z.string());

/**
 * Address of what is said on a screen; null where the build made no clip, and then nothing offers to speak. The clips are
 * made of `words/<language>/spoken.json`, and an index beside them tells which there are.
 */
export function useClip(name: string, language: Language): string | null {
  const folder = `./speech/guide/${language}`;
  const index = useQuery({
    queryKey: ['clips', language],
    retry: false,
    queryFn: async () => {
      const answer = await fetch(`${folder}/index.json`);
      return answer.ok ? indexSchema.parse(await answer.json()) : [];
    },
  }).data;
  return index?.includes(name) ? `${folder}/${name}.wav` : null;
}
