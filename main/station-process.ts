import type { MessagePortMain } from 'electron';
import type { FromStation, StationStart, ToStation } from '../contract/shell/station-channel.ts';
import type { ProcessHost } from './host/process-host.ts';
import { openElectronPort } from './relay/electron-port.ts';
import { createRelay, type Relay } from './relay/relay.ts';
import { parseFromStation } from './relay/station-messages.ts';
import { systemShellClock } from './supervisor/clock.ts';
import { createSupervisor, type Supervisor } from './supervisor/supervisor.ts';
import { defaultTimings } from './supervisor/timings.ts';

export interface StationProcess {
  readonly supervisor: Supervisor;
  readonly relay: Relay<MessagePortMain>;
  /** Remembered, and told again to a station that was started again. */
  readonly setCentral: (url: string, enrolmentCode: string | null) => void;
  /** Remembered as well. */
  readonly acceptEnrolmentFile: (content: string, fingerprint: string | null) => void;
}

export interface StationProcessOptions {
  readonly host: ProcessHost;
  readonly modulePath: string;
  /** What the station is told; it may be started before this is known. */
  readonly start: Promise<StationStart>;
  readonly log: (line: string) => void;
}

/** The supervised station with its relay to the windows. */
export function createStationProcess(options: StationProcessOptions): StationProcess {
  let central: Extract<ToStation, { type: 'central' }> | undefined;
  let enrolmentFile: Extract<ToStation, { type: 'enrolment-file' }> | undefined;
  const relay = createRelay(openElectronPort, send, options.log);
  const supervisor = createSupervisor<FromStation>({
    module: { name: 'station', modulePath: options.modulePath },
    host: options.host,
    clock: systemShellClock,
    timings: defaultTimings,
    parse: parseFromStation,
    startMessage: async (): Promise<ToStation> => ({ type: 'start', start: await options.start }),
    log: options.log,
    listener: {
      message: relay.fromStation,
      ready() {
        if (enrolmentFile) send(enrolmentFile);
        if (central) send(central);
        relay.stationReady();
      },
      lost: relay.stationLost,
      fatal: relay.stationFatal,
    },
  });

  function send(message: ToStation): void {
    supervisor.send(message);
  }

  return {
    supervisor,
    relay,
    acceptEnrolmentFile(content, fingerprint) {
      enrolmentFile = { type: 'enrolment-file', content, fingerprint };
      if (supervisor.state().name === 'running') send(enrolmentFile);
    },
    setCentral(url, enrolmentCode) {
      central = { type: 'central', url, enrolmentCode };
      if (supervisor.state().name === 'running') send(central);
    },
  };
}
