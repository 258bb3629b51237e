import { useMutation, useQuery } from '@tanstack/react-query';
import { BatteryLow, CloudOff, Lock, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../contract/station/access.ts';
import type { StationFacts } from '../../contract/station/system.ts';
import { classNames } from '../design/class-names.ts';
import { PlainButton } from '../design/PlainButton.tsx';
import { Siger, TapisStrip } from '../design/Tapis.tsx';
import { useFormat } from '../system/language.ts';
import { useNow } from '../system/now.ts';
import { goTo } from '../system/place.ts';
import { useStation } from '../system/station-context.tsx';
import styles from './Header.module.css';
import buttonStyles from './HeaderButton.module.css';
import { LanguageButton } from './LanguageButton.tsx';
import { PracticeMark } from './PracticeMark.tsx';

export function Header({ session, facts }: { session: Session; facts: StationFacts }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const now = useNow();
  const outbox = useQuery(queries.outbox.summary.queryOptions());
  const lock = useMutation(queries.access.lock.mutationOptions());
  const signOut = useMutation(
    queries.access.signOut.mutationOptions({ onSuccess: () => goTo({ name: 'home' }) }),
  );
  const { power } = facts;
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Siger size={40} />
        <div className={styles.names}>
          <p className={styles.product}>{t('common.product')}</p>
          <p className={styles.station}>{facts.stationName}</p>
        </div>
        {facts.mode === 'practice' ? <PracticeMark short /> : null}
        <span className={styles.space} />
        {outbox.data?.line === 'down' ? (
          <p className={styles.sign}>
            <CloudOff aria-hidden size={22} />
            <span className={styles.signWords}>{t('system.offline')}</span>
          </p>
        ) : null}
        {power.source === 'battery' ? (
          <p className={styles.sign}>
            <BatteryLow aria-hidden size={22} />
            <span className={styles.signWords}>
              {power.percent === null
                ? t('system.battery')
                : t('system.batteryPercent', { percent: Math.round(power.percent) })}
            </span>
          </p>
        ) : null}
        <p className={styles.clock}>{format.time(now)}</p>
        <LanguageButton onDark />
        <PlainButton
          className={classNames(buttonStyles.button, buttonStyles.onDark)}
          onPress={() => lock.mutate(undefined)}
        >
          <Lock aria-hidden size={24} />
          {t('access.lock')}
        </PlainButton>
        <PlainButton
          className={classNames(buttonStyles.button, buttonStyles.onDark)}
          aria-label={`${t('access.signOut')}: ${session.name}`}
          onPress={() => signOut.mutate(undefined)}
        >
          <LogOut aria-hidden size={24} />
          {t('access.signOut')}
        </PlainButton>
      </div>
      <TapisStrip slim />
    </header>
  );
}
