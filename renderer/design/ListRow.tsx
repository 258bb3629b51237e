import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './ListRow.module.css';
import { PlainButton } from './PlainButton.tsx';

export interface ListRowProps {
  /** Short sign at the left, such as a ticket number. */
  mark?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** Pill or figure at the right. */
  aside?: ReactNode;
  /** Makes the row one large button. */
  onPress?: (() => void) | undefined;
  /** Further buttons beside the row. */
  actions?: ReactNode;
}

/** One thing of a list; a `li`, so put rows in a `ul`. */
export function ListRow({ mark, title, detail, aside, onPress, actions }: ListRowProps) {
  const content = (
    <>
      {mark ? <span className={styles.mark}>{mark}</span> : null}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
      {aside ? <span className={styles.aside}>{aside}</span> : null}
    </>
  );
  return (
    <li className={styles.row}>
      {onPress ? (
        <PlainButton className={classNames(styles.main, styles.pressable)} onPress={onPress}>
          {content}
          <ChevronRight aria-hidden size={24} />
        </PlainButton>
      ) : (
        <div className={styles.main}>{content}</div>
      )}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
}
