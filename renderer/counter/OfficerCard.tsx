import { ChevronRight, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Officer } from '../../contract/domain/officer.ts';
import { classNames } from '../design/class-names.ts';
import { PlainButton } from '../design/PlainButton.tsx';
import { StatusPill } from '../design/StatusPill.tsx';
import { useFormat } from '../system/language.ts';
import { useNow } from '../system/now.ts';
import { initialsOf } from './initials.ts';
import styles from './OfficerCard.module.css';

export function OfficerCard({ officer, onPress }: { officer: Officer; onPress: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const lockedOut = officer.lockedUntil !== null && officer.lockedUntil > now;
  return (
    <PlainButton className={classNames(styles.card)} onPress={onPress}>
      <span aria-hidden className={styles.portrait}>
        {initialsOf(officer.name)}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{officer.name}</span>
        <span className={styles.role}>{t(`access.role.${officer.role}`)}</span>
      </span>
      {lockedOut && officer.lockedUntil !== null ? (
        <StatusPill tone="warn" icon={Lock}>
          {t('access.lockedUntil', { time: format.time(officer.lockedUntil) })}
        </StatusPill>
      ) : (
        <ChevronRight aria-hidden size={28} />
      )}
    </PlainButton>
  );
}
