import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';
import { classNames } from '../../design/class-names.ts';
import styles from './KeyGrid.module.css';

export interface KeyGridProps {
  readonly label: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  /** Every key stands for its capital letter. */
  readonly capital?: boolean;
  readonly onKey: (key: string) => void;
}

/** Rows of keys as large as a thumb. Pressing one never moves the finger's place in the text. */
export function KeyGrid({ onKey, ...shape }: KeyGridProps) {
  const newest = useRef(onKey);
  useEffect(() => {
    newest.current = onKey;
  });
  const press = useMemo(() => (key: string) => newest.current(key), []);
  return <Keys {...shape} onKey={press} />;
}

/**
 * Forty keys are drawn once and stand while the text beside them grows: plain buttons, since a weak machine needs longer to
 * make forty of the library's than a finger waits.
 */
const Keys = memo(function Keys({ label, rows, columns, capital = false, onKey }: KeyGridProps) {
  return (
    <fieldset aria-label={label} className={classNames(styles.grid)}>
      {rows.map((row) => (
        <div
          key={row.join('')}
          data-scan="row"
          className={classNames(styles.row)}
          style={{ '--columns': columns } as CSSProperties}
        >
          {row.map((key) => {
            const shown = capital ? key.toUpperCase() : key;
            return (
              <button
                key={key}
                type="button"
                className={styles.key}
                // The place in the text stays where it is.
                onPointerDown={keepFocus}
                onMouseDown={keepFocus}
                onClick={() => onKey(shown)}
              >
                {shown}
              </button>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
});

function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
