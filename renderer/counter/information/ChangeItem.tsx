import { useTranslation } from 'react-i18next';
import type { CatalogChange } from '../../../contract/domain/catalog-change.ts';
import { useLocalized } from '../../system/language.ts';
import { ChangeMark } from './ChangeMark.tsx';
import styles from './Information.module.css';

/** One change that stands by itself: of which service and topic, what it is, and its mark. */
export function ChangeItem({ change, level = 3 }: { change: CatalogChange; level?: 3 | 4 }) {
  const { t } = useTranslation();
  const local = useLocalized();
  const { topic, serviceName, key } = change;
  const Name = level === 3 ? 'h3' : 'h4';
  const place = [
    t(`information.topic.${topic}`),
    ...(serviceName === null || topic === 'service' ? [] : [local(serviceName)]),
  ];
  // What changed in its whole words has no other name than where it stands.
  const saysItself = change.name === null || change.parts.some(({ part }) => part === 'text');
  const number = topic === 'steps' && key !== 'order' ? t('self.step', { number: key }) : null;
  return (
    <div className={styles.change}>
      <p className={styles.place}>{place.join(' · ')}</p>
      {saysItself || change.name === null ? null : <Name className={styles.name}>{local(change.name)}</Name>}
      {saysItself && number ? <Name className={styles.name}>{number}</Name> : null}
      <ChangeMark change={change} />
    </div>
  );
}
