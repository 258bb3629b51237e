import type { SpeechSetting } from '../../contract/station/queue.ts';
import type { Audit } from '../audit/audit.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Printing } from '../registration/ports.ts';
import type { Store } from '../store/database.ts';

export interface QueueDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly audit: Audit;
  readonly catalogs: Catalogs;
  readonly printing: Printing;
  readonly stationName: () => string;
  readonly queueSettings: {
    /** The number (*loket*) the officer at work sits at. */
    readonly counter: () => number;
    readonly speech: SpeechSetting;
  };
}
