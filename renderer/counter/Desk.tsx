import type { Session } from '../../contract/station/access.ts';
import type { StationFacts } from '../../contract/station/system.ts';
import { Flow } from '../flow/Flow.tsx';
import { usePlace } from '../system/place.ts';
import { ApplicationDialog } from './applications/ApplicationDialog.tsx';
import { ApplicationsPage } from './applications/ApplicationsPage.tsx';
import styles from './Desk.module.css';
import { DevicesPage } from './devices/DevicesPage.tsx';
import { DraftsPage } from './drafts/DraftsPage.tsx';
import { Header } from './Header.tsx';
import { HelpBanner } from './HelpBanner.tsx';
import { Home } from './Home.tsx';
import { useIdleLock } from './idle-lock.ts';
import { InformationPage } from './information/InformationPage.tsx';
import { useCatalogNews } from './information/use-catalog-news.ts';
import { OutboxPage } from './outbox/OutboxPage.tsx';
import { useDeskScans } from './scans/desk-scans.ts';

/** The open counter: header above, one place below. */
export function Desk({ session, facts }: { session: Session; facts: StationFacts }) {
  const place = usePlace();
  const { applicationId, closeApplication } = useDeskScans();
  useIdleLock();
  // Asked for as long as the officer is here: no page waits for it, and the next officer never sees it.
  useCatalogNews();
  return (
    <div className={styles.desk}>
      <Header session={session} facts={facts} />
      <div className={styles.help}>
        <HelpBanner />
      </div>
      <div className={styles.place}>
        {place.name === 'home' ? <Home session={session} facts={facts} /> : null}
        {place.name === 'drafts' ? <DraftsPage /> : null}
        {place.name === 'applications' ? <ApplicationsPage /> : null}
        {place.name === 'outbox' ? <OutboxPage session={session} /> : null}
        {place.name === 'devices' ? <DevicesPage facts={facts} /> : null}
        {place.name === 'information' ? <InformationPage reading={place.reading} /> : null}
        {place.name === 'flow' ? <Flow key={place.draftId} draftId={place.draftId} /> : null}
      </div>
      <ApplicationDialog applicationId={applicationId} onClose={closeApplication} />
    </div>
  );
}
