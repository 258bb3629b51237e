import { Angry, Frown, Laugh, type LucideIcon, Smile } from 'lucide-react';
import type { SatisfactionScore } from '../../../contract/domain/satisfaction.ts';

/** Best first, as it is read; the value is what is counted. */
export const SCORES: readonly { readonly score: SatisfactionScore; readonly icon: LucideIcon }[] = [
  { score: 4, icon: Laugh },
  { score: 3, icon: Smile },
  { score: 2, icon: Frown },
  { score: 1, icon: Angry },
];
