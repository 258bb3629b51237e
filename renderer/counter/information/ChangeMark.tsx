import { CircleMinus, CirclePlus, type LucideIcon, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CatalogChange } from '../../../contract/domain/catalog-change.ts';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useFormat } from '../../system/language.ts';
import { ChangedPartView } from './ChangedPartView.tsx';
import styles from './Information.module.css';

const ICONS: Readonly<Record<CatalogChange['kind'], LucideIcon>> = {
  added: CirclePlus,
  removed: CircleMinus,
  changed: PenLine,
};

/** That this is new, gone or another: what it was and what it is, and since when where that is not said beside it. */
export function ChangeMark({ change, dated = true }: { change: CatalogChange; dated?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, parts, since } = change;
  return (
    <div className={styles.mark}>
      <div className={styles.markHead}>
        <StatusPill tone={kind === 'removed' ? 'warn' : 'office'} icon={ICONS[kind]}>
          {t(`information.kind.${kind}`)}
        </StatusPill>
        {dated ? (
          <p>
            {t(kind === 'removed' ? 'information.goneSince' : 'self.validSince', {
              date: format.date(since),
            })}
          </p>
        ) : null}
      </div>
      {parts.map((part) => (
        <ChangedPartView key={part.part} part={part} />
      ))}
    </div>
  );
}
