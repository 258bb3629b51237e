import { useTranslation } from 'react-i18next';
import type { Board } from '../../contract/station/queue.ts';
import { useUnattended } from '../system/attendance.ts';
import { Both } from './Both.tsx';
import styles from './NowCalled.module.css';

type Serving = Board['serving'][number];

/** The number called last, as large as the hall needs it; the other counters below. */
export function NowCalled({ serving, others }: { serving: Serving | undefined; others: readonly Serving[] }) {
  const { t } = useTranslation();
  const closed = useUnattended();
  return (
    <section className={styles.now} aria-labelledby="now-serving">
      <h2 id="now-serving" className={styles.title}>
        <Both word="nowServing" />
      </h2>
      <div role="status" className={styles.called}>
        {serving ? (
          <>
            <p key={serving.number} className={styles.number}>
              {serving.number}
            </p>
            <p className={styles.counter}>
              <Both word="toCounter" values={{ counter: serving.counter }} />
            </p>
          </>
        ) : (
          <p className={styles.nobody}>
            {closed === null ? <Both word="nobody" /> : t('display.closed', { when: closed.opens })}
          </p>
        )}
      </div>
      {others.length > 0 ? (
        <ul className={styles.others}>
          {others.map(({ number, counter }) => (
            <li key={number}>
              <strong>{number}</strong> {t('display.counter', { counter })}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
