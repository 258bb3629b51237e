import { useTranslation } from 'react-i18next';
import type { BoardCall } from '../../contract/station/queue.ts';
import { useFormat } from '../system/language.ts';
import { Both } from './Both.tsx';
import styles from './LastCalls.module.css';

/** As many as fit beside the number. */
const SHOWN = 4;

/** Who was called before, for somebody who just missed it. A number called twice stands once. */
export function LastCalls({ calls }: { calls: readonly BoardCall[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const once = calls.filter(
    ({ number }, place) => calls.findIndex((call) => call.number === number) === place,
  );
  return (
    <section className={styles.calls} aria-labelledby="last-calls">
      <h2 id="last-calls" className={styles.title}>
        <Both word="lastCalls" />
      </h2>
      {once.length === 0 ? (
        <p className={styles.none}>
          <Both word="noCalls" />
        </p>
      ) : null}
      <ol>
        {once.slice(0, SHOWN).map(({ sequence, number, counter, calledAt }) => (
          <li key={sequence} className={styles.call}>
            <strong>{number}</strong>
            <span>{t('display.counter', { counter })}</span>
            <span className={styles.time}>{format.time(calledAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
