import { ProgressBar } from 'react-aria-components';
import { classNames } from '../../design/class-names.ts';
import styles from './ProgressLine.module.css';

/** How much of a whole is done, as a line. The figures stand beside it in words. */
export function ProgressLine({ label, value, whole }: { label: string; value: number; whole: number }) {
  const share = whole === 0 ? 1 : Math.min(1, value / whole);
  return (
    <ProgressBar aria-label={label} value={share * 100} className={classNames(styles.line)}>
      <span className={styles.bar} style={{ width: `${share * 100}%` }} />
    </ProgressBar>
  );
}
