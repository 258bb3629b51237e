import { useQuery } from '@tanstack/react-query';
import { BookOpen, FilePlus2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../contract/station/access.ts';
import type { StationFacts } from '../../contract/station/system.ts';
import { ScanButton } from '../capture/codes/ScanButton.tsx';
import { Button } from '../design/Button.tsx';
import { ChoiceMenu } from '../design/ChoiceMenu.tsx';
import { hourOf } from '../system/format.ts';
import { useFormat, useLocalized } from '../system/language.ts';
import { useNow } from '../system/now.ts';
import { goTo } from '../system/place.ts';
import { useTellScan } from '../system/scans.tsx';
import { useStation } from '../system/station-context.tsx';
import { ReturnedCard } from './applications/ReturnedCard.tsx';
import { DevicesCard } from './devices/DevicesCard.tsx';
import { HouseBanners } from './devices/HouseBanners.tsx';
import { DraftsCard } from './drafts/DraftsCard.tsx';
import { useStartDraft } from './drafts/start-draft.ts';
import { FeedbackCard } from './feedback/FeedbackCard.tsx';
import styles from './Home.module.css';
import { NewsBanner } from './information/NewsBanner.tsx';
import { EnrolmentBanner } from './outbox/EnrolmentBanner.tsx';
import { OutboxCard } from './outbox/OutboxCard.tsx';
import { PrintQuestions } from './PrintQuestions.tsx';
import { QueueCard } from './queue/QueueCard.tsx';

function partOfDay(hour: number): 'morning' | 'noon' | 'afternoon' | 'evening' {
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'noon';
  return hour >= 15 && hour < 18 ? 'afternoon' : 'evening';
}

/** The day in one glance: who waits, what is unfinished, what came back, what goes out, what is plugged in. */
export function Home({ session, facts }: { session: Session; facts: StationFacts }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const local = useLocalized();
  const now = useNow();
  const catalog = useQuery(queries.catalog.current.queryOptions());
  const start = useStartDraft();
  const onCode = useTellScan();
  const services = catalog.data?.catalog.services ?? [];
  const [only] = services;
  return (
    <main className={styles.home}>
      <div className={styles.top}>
        <div>
          <h1 className={styles.greeting}>
            {t('home.greetingName', {
              greeting: t(`home.greeting.${partOfDay(hourOf(now))}`),
              name: session.name,
            })}
          </h1>
          <p className={styles.day}>{format.longDay(now)}</p>
        </div>
        <div className={styles.begin}>
          <ScanButton onCode={onCode} />
          {services.length > 1 ? (
            <ChoiceMenu
              label={t('home.withoutTicket')}
              icon={FilePlus2}
              choices={services.map(({ key, name }) => ({ key, label: local(name) }))}
              value={null}
              onChoose={start.begin}
            />
          ) : (
            <Button
              size="small"
              icon={FilePlus2}
              busy={start.isPending}
              isDisabled={!only}
              onPress={() => {
                if (only) start.begin(only.key);
              }}
            >
              {t('home.withoutTicket')}
            </Button>
          )}
          <Button size="small" icon={BookOpen} onPress={() => goTo({ name: 'information', reading: null })}>
            {t('information.title')}
          </Button>
        </div>
      </div>
      <div className={styles.banners}>
        <HouseBanners facts={facts} />
        <EnrolmentBanner />
        <PrintQuestions />
        <NewsBanner />
      </div>
      <div className={styles.grid}>
        <QueueCard className={styles.queue} />
        <DraftsCard />
        <ReturnedCard />
        <OutboxCard />
        <DevicesCard />
        {session.role === 'supervisor' ? <FeedbackCard /> : null}
      </div>
    </main>
  );
}
