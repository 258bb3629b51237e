import { useQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';
import { DeviceList } from './DeviceList.tsx';

export function DevicesCard() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const devices = useQuery(queries.devices.list.queryOptions()).data;
  return (
    <Card
      title={t('home.devices')}
      icon={MonitorSmartphone}
      aside={
        <Button variant="quiet" size="small" onPress={() => goTo({ name: 'devices' })}>
          {t('common.seeAll')}
        </Button>
      }
    >
      {devices?.length === 0 ? (
        <EmptyState icon={MonitorSmartphone} title={t('device.none')}>
          {t('device.noneWords')}
        </EmptyState>
      ) : (
        <DeviceList devices={devices ?? []} />
      )}
    </Card>
  );
}
