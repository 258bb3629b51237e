import styles from './Question.module.css';
import { unbrokenParts } from './unbroken-parts.ts';

/** A title in which names such as KTP-el keep to one line. What is read aloud, searched and copied stays as it is. */
export function Unbroken({ text }: { text: string }) {
  const parts = unbrokenParts(text);
  if (parts.every(({ isWhole }) => !isWhole)) return text;
  return (
    <span>
      {parts.map(({ start, text: words, isWhole }) =>
        isWhole ? (
          <span key={start} className={styles.whole}>
            {words}
          </span>
        ) : (
          words
        ),
      )}
    </span>
  );
}
