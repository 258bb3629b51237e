import type { Instant } from '../../../../contract/domain/identifiers.ts';
import type { SendingSettings } from '../../../../contract/domain/sending.ts';
import type { Clock } from '../../../clock/clock.ts';
import type { Store } from '../../../store/database.ts';
import {
  readSendingSettings,
  sendingSettingsReceivedAt,
  writeSendingSettings,
} from '../../../store/tables/sending.ts';
import { type Allowance, allowance, type SentBytes } from './budget.ts';
import { quietUntil } from './quiet-hours.ts';
import type { SentMeter } from './sent-meter.ts';

/** Bytes promised to one upload, so that two at once do not spend the same budget. */
export interface Claim {
  readonly bytes: number;
  release(): void;
}

/** Whether the line may be used now. Cores go outside quiet hours; bundles also need what is left of the budget. */
export interface Pacing {
  settings(): SendingSettings;
  /** Durably. */
  change(settings: SendingSettings): void;
  /** When they came from the office; null when an officer set them here since, or nobody has. */
  receivedAt(): Instant | null;
  /** Others were written down by somebody else. */
  reload(): void;
  sent(): SentBytes;
  /** When the quiet hours end; null when it is not quiet, or somebody said that it does not matter. */
  quietUntil(): Instant | null;
  /** The same whatever somebody said. */
  quietHoursUntil(): Instant | null;
  /** When bundles may go again; null while they may. */
  bundlesHeldUntil(): Instant | null;
  /** At most `wanted` bytes of a bundle; null when none may go now. */
  claim(wanted: number): Claim | null;
  /** Quiet hours and budget do not matter until `roundEnded`. */
  overrideOnce(): void;
  roundEnded(): void;
}

export interface PacingDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly meter: SentMeter;
}

export function createPacing({ store, clock, meter }: PacingDependencies): Pacing {
  let settings = readSendingSettings(store.read);
  let receivedAt = sendingSettingsReceivedAt(store.read);
  let overridden = false;
  let claimed = 0;

  const quietHoursUntil = () => quietUntil(settings.quietHours, clock.now());
  const isQuiet = () => !overridden && quietHoursUntil() !== null;

  function left(): Allowance {
    const unlimited = settings.dailyBytes === null && settings.monthlyBytes === null;
    if (overridden || unlimited) return { bytes: Number.POSITIVE_INFINITY, freesAt: null };
    const { today, thisMonth } = meter.sent();
    const sent = { today: today + claimed, thisMonth: thisMonth + claimed };
    return allowance(settings, sent, clock.now());
  }

  return {
    settings: () => settings,
    change(next) {
      store.transaction((database) => writeSendingSettings(database, next, clock.now(), null));
      settings = next;
      receivedAt = null;
    },
    receivedAt: () => receivedAt,
    reload() {
      settings = readSendingSettings(store.read);
      receivedAt = sendingSettingsReceivedAt(store.read);
    },
    sent: meter.sent,
    quietUntil: () => (isQuiet() ? quietHoursUntil() : null),
    quietHoursUntil,
    bundlesHeldUntil: () => left().freesAt,
    claim(wanted) {
      if (isQuiet()) return null;
      const bytes = Math.min(wanted, left().bytes);
      if (bytes === 0) return null;
      claimed += bytes;
      let held = true;
      return {
        bytes,
        release() {
          if (held) claimed -= bytes;
          held = false;
        },
      };
    },
    overrideOnce() {
      overridden = true;
    },
    roundEnded() {
      overridden = false;
      meter.settle();
    },
  };
}
