import { HardDrive, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationFacts } from '../../../contract/station/system.ts';
import { Banner } from '../../design/Banner.tsx';

/** Power and storage, said only when they need the officer. */
export function HouseBanners({ facts }: { facts: StationFacts }) {
  const { t } = useTranslation();
  return (
    <>
      {facts.storage === 'full' ? (
        <Banner tone="bad" icon={HardDrive} role="alert" title={t('system.storageFull')}>
          {t('system.storageFullWords')}
        </Banner>
      ) : null}
      {facts.storage === 'low' ? (
        <Banner tone="warn" icon={HardDrive} title={t('system.storageLow')}>
          {t('system.storageLowWords')}
        </Banner>
      ) : null}
      {facts.power.source === 'battery' ? (
        <Banner tone="warn" icon={Zap} title={t('system.batteryTitle')}>
          {t('system.batteryWords')}
        </Banner>
      ) : null}
    </>
  );
}
