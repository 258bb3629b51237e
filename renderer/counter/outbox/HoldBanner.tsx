import {
  CloudOff,
  Gauge,
  type LucideIcon,
  MoonStar,
  RotateCw,
  ServerCrash,
  ShieldQuestion,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SendingHold } from '../../../contract/domain/outbox.ts';
import { Banner } from '../../design/Banner.tsx';
import { useFormat } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';

const ICONS: Record<SendingHold['reason'], LucideIcon> = {
  'quiet-hours': MoonStar,
  'budget-spent': Gauge,
  'not-enrolled': ShieldQuestion,
  revoked: ShieldQuestion,
  'no-line': CloudOff,
  'central-refuses': ServerCrash,
  'waiting-for-try': RotateCw,
};

/** Why nothing goes out, and when it goes on by itself. */
export function HoldBanner({ hold: { reason, until } }: { hold: SendingHold }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const planned = reason === 'quiet-hours' || reason === 'budget-spent';
  return (
    <Banner tone={planned ? 'neutral' : 'warn'} icon={ICONS[reason]} title={t(`outbox.hold.${reason}`)}>
      {t(`outbox.holdWords.${reason}`)}
      {until !== null && until > now ? ` ${t('outbox.goesOn', { time: format.when(until, now) })}` : null}
    </Banner>
  );
}
