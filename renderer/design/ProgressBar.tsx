import styles from './ProgressBar.module.css';

/** How far long work is. @param fraction from 0 to 1 @param label read aloud */
export function ProgressBar({ fraction, label }: { fraction: number; label: string }) {
  return <progress className={styles.bar} max={1} value={fraction} aria-label={label} />;
}
