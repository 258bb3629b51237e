import { useQuery } from '@tanstack/react-query';
import { UserRoundX } from 'lucide-react';
import { startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationFacts } from '../../contract/station/system.ts';
import { ChoiceCards } from '../design/ChoiceCards.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Loading } from '../design/Loading.tsx';
import { useStation } from '../system/station-context.tsx';
import { OfficerCard } from './OfficerCard.tsx';
import { PinEntry } from './PinEntry.tsx';
import styles from './SignIn.module.css';
import { WelcomeFrame } from './WelcomeFrame.tsx';

/** First the officer's card, with the counter where there are several, then the PIN. */
export function SignIn({ facts }: { facts: StationFacts }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const access = useQuery(queries.access.officers.queryOptions());
  const [counter, setCounter] = useState<number>();
  const [chosen, setChosen] = useState<string | null>(null);
  const officer = access.data?.officers.find(({ id }) => id === chosen);

  return (
    <WelcomeFrame facts={facts}>
      {access.data && !officer ? (
        <section className={styles.choose}>
          <h1 className={styles.welcome}>{t('access.welcome')}</h1>
          {access.data.counters.length > 1 ? (
            <div className={styles.counters}>
              <ChoiceCards
                label={t('access.whichCounter')}
                choices={access.data.counters.map((each) => ({
                  key: `${each}`,
                  label: t('queue.counter', { counter: each }),
                }))}
                value={`${counter ?? access.data.counters[0]}`}
                onChange={(key) => setCounter(Number(key))}
              />
            </div>
          ) : null}
          <p className={styles.question}>{t('access.whoWorks')}</p>
          {access.data.officers.length === 0 ? (
            <EmptyState icon={UserRoundX} title={t('access.noOfficers')}>
              {t('access.noOfficersWords')}
            </EmptyState>
          ) : (
            <ul className={styles.officers}>
              {access.data.officers.map((each) => (
                <li key={each.id}>
                  <OfficerCard officer={each} onPress={() => startTransition(() => setChosen(each.id))} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ) : null}
      {access.data && officer ? (
        <PinEntry
          key={officer.id}
          officer={officer}
          counter={counter ?? access.data.counters[0]}
          practicePin={access.data.practicePin}
          title={t('access.enterPin', { name: officer.name })}
          submitWords={t('access.signIn')}
          onOther={() => setChosen(null)}
        />
      ) : null}
      {access.data ? null : <Loading />}
    </WelcomeFrame>
  );
}
