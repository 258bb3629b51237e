import { Circle, CircleCheck, CircleDot, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import styles from './StageList.module.css';
import { type StageOnLine, stageLine } from './stage-line.ts';

const ICONS: Readonly<Record<StageOnLine['place'], LucideIcon>> = {
  passed: CircleCheck,
  now: CircleDot,
  ahead: Circle,
};

/** The whole way of an application, and where on it it is. */
export function StageList({ stageKey }: { stageKey: string }) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  const local = useLocalized();
  return (
    <ol aria-label={t('self.stages')} className={styles.stages}>
      {stageLine(catalog?.stages ?? [], stageKey).map(({ stage, place }) => {
        const Icon = ICONS[place];
        return (
          <li
            key={stage.key}
            aria-current={place === 'now' ? 'step' : undefined}
            className={classNames(styles.stage, place === 'now' && styles.now)}
          >
            <Icon aria-hidden size={32} />
            <span>{local(stage.name)}</span>
            <span className={styles.place}>{t(`self.stagePlace.${place}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
