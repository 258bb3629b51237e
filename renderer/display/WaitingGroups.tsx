import { useTranslation } from 'react-i18next';
import type { Board } from '../../contract/station/queue.ts';
import { useCatalog } from '../system/catalog.ts';
import { useLocalized } from '../system/language.ts';
import { Both } from './Both.tsx';
import styles from './WaitingGroups.module.css';

/** How many wait in each group, by its letter and the first service it stands for. */
export function WaitingGroups({ groups }: { groups: Board['groups'] }) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  const local = useLocalized();
  const services = catalog?.services ?? [];
  const letters = [
    ...new Set([...services.map(({ queueLetter }) => queueLetter), ...groups.map(({ group }) => group)]),
  ];
  return (
    <section className={styles.groups} aria-labelledby="waiting">
      <h2 id="waiting" className={styles.title}>
        <Both word="waiting" />
      </h2>
      <ul>
        {letters.sort().map((letter) => {
          const names = services.filter(({ queueLetter }) => queueLetter === letter);
          const waiting = groups.find(({ group }) => group === letter)?.waiting ?? 0;
          return (
            <li key={letter} className={styles.group}>
              <strong className={styles.letter}>{letter}</strong>
              <span className={styles.name}>{names.map(({ name }) => local(name)).join(', ')}</span>
              <span className={styles.count}>{t('display.count', { count: waiting })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
