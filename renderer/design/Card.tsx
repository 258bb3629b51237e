import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';
import { classNames } from './class-names.ts';

export interface CardProps {
  title: string;
  icon?: LucideIcon;
  /** Figure, pill or quiet button at the right of the title. */
  aside?: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  className?: string | undefined;
  children?: ReactNode;
}

/** A named part of a page. */
export function Card({ title, icon: Icon, aside, actions, className, children }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classNames(styles.card, className)}>
      <header className={styles.head}>
        {Icon ? <Icon aria-hidden size={26} /> : null}
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      <div className={styles.body}>{children}</div>
      {actions ? <footer className={styles.actions}>{actions}</footer> : null}
    </section>
  );
}
