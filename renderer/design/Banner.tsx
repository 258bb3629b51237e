import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classNames } from './class-names.ts';
import { TONE_ICONS, type Tone } from './tone.ts';

export interface BannerProps {
  tone: Tone;
  title: string;
  children?: ReactNode;
  icon?: LucideIcon;
  /** One button that helps. */
  action?: ReactNode;
  /** `alert` for what needs the officer now; otherwise it is told when the screen reader is free. */
  role?: 'status' | 'alert';
}

/** Something the officer should know: what it is, and what to do. */
export function Banner({ tone, title, children, icon, action, role = 'status' }: BannerProps) {
  const Icon = icon ?? TONE_ICONS[tone];
  return (
    <div role={role} className={classNames(styles.banner, styles[tone])}>
      <Icon aria-hidden size={28} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
