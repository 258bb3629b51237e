import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { FromStation } from '../../contract/shell/station-channel.ts';
import { createNodeHost } from '../host/node-host.ts';
import { parseFromStation } from '../relay/station-messages.ts';
import { systemShellClock } from './clock.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { defaultTimings } from './timings.ts';

const echoStation = fileURLToPath(new URL('../testing/echo-station.ts', import.meta.url));
const quick = { ...defaultTimings, heartbeat: 60, unanswered: 3, firstBackoff: 10, grace: 500 };

const running: Supervisor[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((supervisor) => supervisor.stop()));
});

/** A supervised echo station, and what happened to it in order. */
function createBench(modulePath: string) {
  const happened: string[] = [];
  const watchers = new Set<() => void>();
  function note(what: string): void {
    happened.push(what);
    for (const watcher of watchers) watcher();
  }
  const supervisor = createSupervisor<FromStation>({
    module: { name: 'station', modulePath },
    host: createNodeHost({ nodePath: process.execPath, compiledFolder: null }, () => {}),
    clock: systemShellClock,
    timings: quick,
    parse: parseFromStation,
    startMessage: async () => ({ type: 'start' }),
    log: () => {},
    listener: {
      message: (message) => {
        if (message.type === 'face-message') note(`answer ${message.data}`);
      },
      ready: () => note('ready'),
      lost: () => note('lost'),
      fatal: (reason) => note(`fatal ${reason}`),
    },
  });
  running.push(supervisor);
  supervisor.start();
  return {
    supervisor,
    say: (data: string) => supervisor.send({ type: 'face-message', faceId: 1, data }),
    /** Settles with everything that happened once there are `count` things. */
    after(count: number): Promise<string[]> {
      return new Promise((resolve) => {
        function look(): void {
          if (happened.length < count) return;
          watchers.delete(look);
          resolve([...happened]);
        }
        watchers.add(look);
        look();
      });
    },
  };
}

test('a station that hangs is killed, started again and works', async () => {
  const bench = createBench(echoStation);
  await bench.after(1);
  bench.say('hang');
  await bench.after(3);
  bench.say('hello');
  expect(await bench.after(4)).toEqual(['ready', 'lost', 'ready', 'answer hello']);
});

test('a station that speaks outside its contract is started again', async () => {
  const bench = createBench(echoStation);
  await bench.after(1);
  bench.say('speak-nonsense');
  expect(await bench.after(3)).toEqual(['ready', 'lost', 'ready']);
});

test('a fatal reason ends the station for good', async () => {
  const bench = createBench(echoStation);
  await bench.after(1);
  bench.say('be-fatal');
  expect(await bench.after(3)).toEqual(['ready', 'lost', 'fatal corrupt-database']);
  await bench.supervisor.stop();
  expect(bench.supervisor.pid()).toBeUndefined();
});

test('stop ends a station, also one that hangs', async () => {
  const bench = createBench(echoStation);
  await bench.after(1);
  const pid = bench.supervisor.pid() ?? Number.NaN;
  bench.say('hang');
  await bench.supervisor.stop();
  expect(bench.supervisor.state().name).toBe('stopped');
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a module that is not there is tried again until it is stopped', async () => {
  const bench = createBench(`${echoStation}.missing`);
  expect(['starting', 'waiting']).toContain(bench.supervisor.state().name);
  await bench.supervisor.stop();
  expect(bench.supervisor.state().name).toBe('stopped');
});
