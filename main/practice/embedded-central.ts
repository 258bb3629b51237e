import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type FromCentral, fromCentralSchema, type ToCentral } from '../../contract/shell/central-channel.ts';
import type { ProcessHost } from '../host/process-host.ts';
import { systemShellClock } from '../supervisor/clock.ts';
import { createSupervisor, type Supervisor } from '../supervisor/supervisor.ts';
import { defaultTimings } from '../supervisor/timings.ts';

export interface EmbeddedCentralOptions {
  readonly host: ProcessHost;
  readonly modulePath: string;
  readonly resourcesFolder: string;
  readonly dataFolder: string;
  /** Called at every start of central: its address changes. */
  readonly found: (url: string, enrolmentCode: string) => void;
  readonly log: (line: string) => void;
}

/** Practice mode's own central service, in a supervised process. */
export function createEmbeddedCentral(options: EmbeddedCentralOptions): Supervisor {
  const enrolmentCode = randomBytes(9).toString('base64url');
  const start: ToCentral = {
    type: 'start',
    start: {
      dataFolder: join(options.dataFolder, 'central'),
      resourcesFolder: options.resourcesFolder,
      port: 0,
      enrolmentCode,
    },
  };
  return createSupervisor<FromCentral>({
    module: { name: 'central', modulePath: options.modulePath },
    host: options.host,
    clock: systemShellClock,
    timings: defaultTimings,
    parse: (message) => fromCentralSchema.safeParse(message).data,
    startMessage: async () => start,
    log: options.log,
    listener: {
      message(message) {
        if (message.type === 'ready') options.found(message.url, enrolmentCode);
      },
      ready() {},
      lost() {},
      fatal() {},
    },
  });
}
