import { useTranslation } from 'react-i18next';
import type { Device } from '../../../contract/domain/device.ts';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useFormat } from '../../system/language.ts';
import styles from './DeviceList.module.css';
import { DEVICE_ICONS, useCauseWords, useDeviceView } from './device-view.ts';

/** Whether what ailed it last is over; one that is away or being opened has yet to show. */
function isWell({ state }: Device): boolean {
  return state === 'ready' || state === 'busy';
}

/** Each device with its state and, where it needs a hand, what to do; with its last trouble where that is wanted. */
export function DeviceList({
  devices,
  withHistory = false,
}: {
  devices: readonly Device[];
  withHistory?: boolean;
}) {
  const { t } = useTranslation();
  const view = useDeviceView();
  const causeWords = useCauseWords();
  const format = useFormat();
  return (
    <ul className={styles.devices} aria-label={t('home.devices')}>
      {devices.map((device) => {
        const { tone, state, advice } = view(device);
        const Icon = DEVICE_ICONS[device.kind];
        return (
          <li key={`${device.kind} ${device.model}`} className={styles.device}>
            <Icon aria-hidden size={28} />
            <div className={styles.words}>
              <div className={styles.line}>
                <p className={styles.name}>{t(`device.kind.${device.kind}`)}</p>
                <StatusPill tone={tone}>{state}</StatusPill>
              </div>
              {advice ? (
                <p className={styles.advice}>{advice}</p>
              ) : device.model === '' ? null : (
                <p className={styles.model}>{device.model}</p>
              )}
              {withHistory && device.since !== undefined ? (
                <p className={styles.model}>{t('device.since', { time: format.instant(device.since) })}</p>
              ) : null}
              {withHistory && device.lastFault && device.state !== 'faulted' ? (
                <p className={styles.model}>
                  {t(isWell(device) ? 'device.lastFault' : 'device.lastFaultOnly', {
                    time: format.time(device.lastFault.at),
                    cause: causeWords(device.lastFault.reason),
                  })}
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
