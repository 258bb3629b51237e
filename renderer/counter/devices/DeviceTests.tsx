import { useMutation } from '@tanstack/react-query';
import { Camera, CreditCard, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../contract/domain/device.ts';
import type { CardTest } from '../../../contract/station/devices.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { useStation } from '../../system/station-context.tsx';
import { CameraTestDialog } from './CameraTestDialog.tsx';
import styles from './DevicesPage.module.css';
import { ScanTest } from './ScanTest.tsx';
import { TestPaperState } from './TestPaperState.tsx';

/** Tries one device after another; none of the trials shows or keeps what belongs to a citizen. */
export function DeviceTests({ devices }: { devices: readonly Device[] }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const notify = useNotices();
  const words = useErrorWords();
  const [looking, setLooking] = useState(false);
  const onError = (error: unknown) => notify({ tone: 'bad', text: words(error) });
  const print = useMutation(
    queries.devices.testPrint.mutationOptions({
      onError,
    }),
  );
  const card = useMutation(queries.devices.testCard.mutationOptions({ onError }));
  const isThere = (kind: Device['kind']) =>
    devices.some((device) => device.kind === kind && device.state !== 'absent');
  return (
    <section className={styles.tests} aria-label={t('device.tests')}>
      <h2>{t('device.tests')}</h2>
      <div className={styles.buttons}>
        <Button
          icon={Printer}
          busy={print.isPending}
          isDisabled={!isThere('receipt-printer')}
          onPress={() => print.mutate({ printJobId: newIdentifier() })}
        >
          {t('device.testPrint')}
        </Button>
        <Button
          icon={CreditCard}
          busy={card.isPending}
          isDisabled={!isThere('smart-card-reader')}
          onPress={() => card.mutate(undefined)}
        >
          {t('device.testCard')}
        </Button>
        <Button icon={Camera} onPress={() => setLooking(true)}>
          {t('device.testCamera')}
        </Button>
      </div>
      {print.data ? <TestPaperState print={print.data} /> : null}
      {card.isPending ? <Banner tone="neutral" title={t('device.layCard')} /> : null}
      {card.data && !card.isPending ? <CardTestResult test={card.data} /> : null}
      <ScanTest />
      {looking ? <CameraTestDialog onClose={() => setLooking(false)} /> : null}
    </section>
  );
}

function CardTestResult({ test }: { test: CardTest }) {
  const { t } = useTranslation();
  if (test.outcome === 'read') {
    return (
      <Banner tone="good" title={t('device.cardRead')}>
        {t(`device.cardKind.${test.card}`)} {t(`device.cardNumber.${test.number}`)}
      </Banner>
    );
  }
  if (test.reason === 'no-card') {
    return (
      <Banner tone="warn" title={t('device.noCard')}>
        {t('device.noCardHelp')}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" title={t(`card.problem.${test.reason}`)}>
      {t(`card.problemHelp.${test.reason}`)}
    </Banner>
  );
}
