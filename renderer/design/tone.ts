import { CircleAlert, CircleCheck, Info, Landmark, type LucideIcon, TriangleAlert } from 'lucide-react';

/** What a message, pill or mark is about. Colour is never the only sign: each has its picture. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'office';

export const TONE_ICONS: Record<Tone, LucideIcon> = {
  neutral: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  office: Landmark,
};
