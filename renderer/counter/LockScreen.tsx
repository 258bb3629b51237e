import { useMutation, useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../contract/station/access.ts';
import type { StationFacts } from '../../contract/station/system.ts';
import { StatusPill } from '../design/StatusPill.tsx';
import { goTo } from '../system/place.ts';
import { useStation } from '../system/station-context.tsx';
import styles from './LockScreen.module.css';
import { PinEntry } from './PinEntry.tsx';
import { WelcomeFrame } from './WelcomeFrame.tsx';

/** Nothing of the work can be seen; the same PIN brings it back where it was. */
export function LockScreen({ session, facts }: { session: Session; facts: StationFacts }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const access = useQuery(queries.access.officers.queryOptions());
  const signOut = useMutation(
    queries.access.signOut.mutationOptions({ onSuccess: () => goTo({ name: 'home' }) }),
  );
  return (
    <WelcomeFrame facts={facts}>
      <div className={styles.lock}>
        <p className={styles.words}>
          <StatusPill tone="neutral" icon={Lock}>
            {t('access.locked')}
          </StatusPill>
          {t('access.lockedWords')}
        </p>
        <PinEntry
          officer={{ id: session.officerId }}
          practicePin={access.data?.practicePin ?? null}
          title={session.name}
          submitWords={t('access.unlock')}
          onOther={() => signOut.mutate(undefined)}
        />
      </div>
    </WelcomeFrame>
  );
}
