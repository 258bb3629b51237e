import type { CSSProperties } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classNames } from '../../design/class-names.ts';
import styles from './KeyGrid.module.css';

/** Rows of keys as large as a thumb. Pressing one never moves the finger's place in the text. */
export function KeyGrid({
  label,
  rows,
  columns,
  onKey,
}: {
  label: string;
  rows: readonly (readonly string[])[];
  columns: number;
  onKey: (key: string) => void;
}) {
  return (
    <fieldset aria-label={label} className={classNames(styles.grid)}>
      {rows.map((row) => (
        <div
          key={row.join('')}
          className={classNames(styles.row)}
          style={{ '--columns': columns } as CSSProperties}
        >
          {row.map((key) => (
            <AriaButton
              key={key}
              preventFocusOnPress
              className={classNames(styles.key)}
              onPress={() => onKey(key)}
            >
              {key}
            </AriaButton>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
