/** How long each step of a reading takes, as against the others; a portrait outweighs all else. */
import type { PassportFile } from './files/passport-file.ts';
import type { PassportPart } from './passport-reading.ts';

export type WeighedStep = 'opening' | 'checking' | 'proving' | PassportFile;

export interface ReadingPlan {
  readonly totalWeight: number;
  weightOf(step: WeighedStep): number;
}

const WEIGHTS: Readonly<Partial<Record<WeighedStep, number>>> = {
  opening: 15,
  'EF.SOD': 8,
  DG1: 2,
  'EF.COM': 2,
  DG2: 60,
  DG11: 4,
  DG12: 4,
  DG14: 3,
  proving: 8,
  checking: 3,
};

const STEPS_OF: Readonly<Record<PassportPart, readonly WeighedStep[]>> = {
  index: ['EF.COM'],
  face: ['DG2'],
  'personal-details': ['DG11'],
  'document-details': ['DG12'],
  chip: ['DG14', 'proving'],
};

export function createReadingPlan(parts: readonly PassportPart[]): ReadingPlan {
  const weightOf = (step: WeighedStep) => WEIGHTS[step] ?? 0;
  const steps: readonly WeighedStep[] = [
    'opening',
    'EF.SOD',
    'DG1',
    ...new Set(parts.flatMap((part) => STEPS_OF[part])),
    'checking',
  ];
  return { totalWeight: steps.reduce((total, step) => total + weightOf(step), 0), weightOf };
}
