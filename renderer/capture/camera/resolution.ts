import type { CameraPurpose } from '../../../contract/domain/camera.ts';

export interface Resolution {
  readonly width: number;
  readonly height: number;
}

/**
 * More than 1920 dots over a passport page of 125 mm, some 390 to the inch, show nothing more and only make a slow line
 * wait longer. The height leaves room for cameras of 4 to 3. A portrait is for the officer's eyes alone.
 */
const LARGEST: Readonly<Record<CameraPurpose, Resolution>> = {
  documents: { width: 1_920, height: 1_440 },
  portrait: { width: 1_280, height: 720 },
};

/** What a camera is asked for before it told what it can do. */
export function firstResolution(purpose: CameraPurpose): Resolution {
  return purpose === 'documents' ? { width: 1_920, height: 1_080 } : LARGEST.portrait;
}

/** The size to ask a camera for: all it has, in its own shape, up to what its purpose needs. */
export function bestResolution(purpose: CameraPurpose, most: Resolution): Resolution {
  const largest = LARGEST[purpose];
  const scale = Math.min(1, largest.width / most.width, largest.height / most.height);
  return { width: Math.round(most.width * scale), height: Math.round(most.height * scale) };
}

/** The size to keep of a picture that was taken upright or on its side. */
export function bestPictureSize(purpose: CameraPurpose, { width, height }: Resolution): Resolution {
  if (width >= height) return bestResolution(purpose, { width, height });
  const onItsSide = bestResolution(purpose, { width: height, height: width });
  return { width: onItsSide.height, height: onItsSide.width };
}
