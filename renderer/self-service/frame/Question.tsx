import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useVisitOpen } from '../visit-open.ts';
import styles from './Question.module.css';
import { Unbroken } from './Unbroken.tsx';

/** One question or one answer: its words, then what can be touched or read. */
export function Question({
  title,
  words,
  icon: Icon,
  progress,
  children,
}: {
  title: string;
  words?: ReactNode;
  icon?: LucideIcon;
  /** Such as "3 dari 9". */
  progress?: string;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The screen reader and the keyboard begin at the new question.
  const open = useVisitOpen();
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  return (
    <main className={styles.question}>
      {progress ? <p className={styles.progress}>{progress}</p> : null}
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {Icon ? <Icon aria-hidden size={52} /> : null}
        <Unbroken text={title} />
      </h1>
      {words ? <p className={styles.words}>{words}</p> : null}
      {children}
    </main>
  );
}
