import { useMemo } from 'react';
import type { ChipPicture } from '../../contract/station/cards.ts';
import { useObjectUrl } from '../capture/use-object-url.ts';

/** An address for a picture that came as text. */
export function useChipPicture(picture: ChipPicture | null): string | null {
  const blob = useMemo(() => {
    if (!picture) return null;
    const bytes = Uint8Array.from(atob(picture.base64), (character) => character.charCodeAt(0));
    return new Blob([bytes], { type: picture.mediaType });
  }, [picture]);
  return useObjectUrl(blob);
}
