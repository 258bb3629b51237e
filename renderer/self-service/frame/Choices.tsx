import { ChevronRight, type LucideIcon } from 'lucide-react';
import { classNames } from '../../design/class-names.ts';
import { useVisit } from '../visit-context.tsx';
import styles from './Choices.module.css';

export interface BigChoice {
  readonly key: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: LucideIcon;
  /** Why it cannot be chosen now, in place of its detail. */
  readonly unavailable?: string | null;
  readonly onPress: () => void;
}

/** The answers to a question. Touching one is answering; nothing has to be confirmed. */
export function Choices({
  label,
  choices,
  columns = 1,
}: {
  label: string;
  choices: readonly BigChoice[];
  /** Side by side where the screen is wide enough. */
  columns?: 1 | 2 | 4;
}) {
  const { whenSettled } = useVisit();
  return (
    <ul
      data-scan="list"
      aria-label={label}
      className={classNames(styles.choices, columns > 1 && styles[`columns${columns}`])}
    >
      {choices.map(({ key, label: words, detail, icon: Icon, unavailable = null, onPress }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.choice}
            disabled={unavailable !== null}
            onClick={whenSettled(onPress)}
          >
            {Icon ? (
              <span className={styles.picture}>
                <Icon aria-hidden size={44} />
              </span>
            ) : null}
            <span className={styles.words}>
              <span className={styles.label}>{words}</span>
              {detail || unavailable ? <span className={styles.detail}>{unavailable ?? detail}</span> : null}
            </span>
            <ChevronRight aria-hidden size={32} />
          </button>
        </li>
      ))}
    </ul>
  );
}
