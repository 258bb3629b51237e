import { useQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationFacts } from '../../../contract/station/system.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useStation } from '../../system/station-context.tsx';
import { ListPage } from '../ListPage.tsx';
import styles from '../Sheet.module.css';
import { DeviceList } from './DeviceList.tsx';
import { DeviceLog } from './DeviceLog.tsx';
import { DeviceTests } from './DeviceTests.tsx';
import { HouseBanners } from './HouseBanners.tsx';

/** Every device with its state, what to do about it, a trial of each, and what they went through. */
export function DevicesPage({ facts }: { facts: StationFacts }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const devices = useQuery(queries.devices.list.queryOptions()).data ?? [];
  const printer = devices.some(({ kind, state }) => kind === 'receipt-printer' && state !== 'absent');
  return (
    <ListPage title={t('home.devices')} icon={MonitorSmartphone}>
      <HouseBanners facts={facts} />
      <div className={styles.sheet}>
        {devices.length === 0 ? (
          <EmptyState icon={MonitorSmartphone} title={t('device.none')}>
            {t('device.noneWords')}
          </EmptyState>
        ) : (
          <DeviceList devices={devices} withHistory />
        )}
      </div>
      <DeviceTests devices={devices} />
      <div className={styles.sheet}>
        <DeviceLog canPrint={printer} />
      </div>
      <p>
        {t('common.product')} {[facts.version, facts.stationId].filter((part) => part !== '').join(' · ')}
      </p>
    </ListPage>
  );
}
