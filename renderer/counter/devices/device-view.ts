import { Camera, CreditCard, IdCard, type LucideIcon, Printer, ScanLine, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../contract/domain/device.ts';
import type { Tone } from '../../design/tone.ts';

export const DEVICE_ICONS: Record<Device['kind'], LucideIcon> = {
  'receipt-printer': Printer,
  scanner: ScanLine,
  'smart-card-reader': CreditCard,
  'identity-card-reader': IdCard,
  camera: Camera,
  'citizen-camera': Video,
};

export interface DeviceView {
  readonly tone: Tone;
  readonly state: string;
  /** What to do about it; null when nothing. */
  readonly advice: string | null;
}

/** Why a device needs a hand, and what to do. */
export function useReasonWords(): (reason: string | null) => string {
  const { t, i18n } = useTranslation();
  return (reason) => {
    const key = `deviceReason.${reason}`;
    return t(i18n.exists(key) ? key : 'deviceReason.other');
  };
}

/** Why a device needed a hand: the first sentence, without what there was to do. */
export function useCauseWords(): (reason: string) => string {
  const reasonWords = useReasonWords();
  return (reason) => reasonWords(reason).replace(/\. .*/s, '.');
}

/** A device's state in words, and what the officer can do. */
export function useDeviceView(): (device: Device) => DeviceView {
  const { t } = useTranslation();
  const reasonWords = useReasonWords();
  return (device) => {
    const state = t(`device.state.${device.state}`);
    if (device.state === 'faulted' || (device.reason && device.state !== 'absent')) {
      return { tone: 'warn', state, advice: reasonWords(device.reason) };
    }
    if (device.state === 'absent') return { tone: 'warn', state, advice: t('device.absentAdvice') };
    if (device.paperNearEnd) {
      return { tone: 'warn', state: t('device.paperNearEnd'), advice: t('device.paperNearEndAdvice') };
    }
    return { tone: device.state === 'ready' ? 'good' : 'neutral', state, advice: null };
  };
}
