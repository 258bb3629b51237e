import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './StatusPill.module.css';
import { TONE_ICONS, type Tone } from './tone.ts';

/** A state in a few words, with its picture. */
export function StatusPill({ tone, icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  const Icon = icon ?? TONE_ICONS[tone];
  return (
    <span className={classNames(styles.pill, styles[tone])}>
      <Icon aria-hidden size={20} />
      {children}
    </span>
  );
}
