import { createVirtualLine, type VirtualLine } from '../../drivers/virtual/line/virtual-line.ts';
import type { Clock } from '../clock/clock.ts';
import { driverClock } from '../devices/driver-clock.ts';

export type PracticeLineState = 'up' | 'cut';

/** The line to central as the tray cuts and restores it. What was cut stays cut when central moves. */
export interface PracticeLine {
  state(): PracticeLineState;
  set(state: PracticeLineState): Promise<void>;
  /** The address at which central is reached through the line. */
  through(url: string): Promise<string>;
  close(): Promise<void>;
}

export function createPracticeLine(clock: Clock): PracticeLine {
  let state: PracticeLineState = 'up';
  let laid: { readonly url: string; readonly line: VirtualLine } | null = null;
  let work: Promise<unknown> = Promise.resolve();

  /** One change at a time: laying a line and cutting it both wait for sockets. */
  function inTurn<Result>(step: () => Promise<Result>): Promise<Result> {
    const result = work.then(step);
    work = result.catch(() => {});
    return result;
  }

  async function lay(url: string): Promise<VirtualLine> {
    if (laid?.url === url) return laid.line;
    await laid?.line.close();
    const { hostname, port, protocol } = new URL(url);
    const target = { host: hostname, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
    const line = await createVirtualLine({ clock: driverClock(clock), target });
    laid = { url, line };
    if (state === 'cut') await line.cut();
    return line;
  }

  return {
    state: () => state,
    set: (next) =>
      inTurn(async () => {
        state = next;
        await (next === 'up' ? laid?.line.restore() : laid?.line.cut());
      }),
    through: (url) =>
      inTurn(async () => {
        const address = new URL(url);
        address.hostname = '127.0.0.1';
        address.port = String((await lay(url)).port);
        return address.href;
      }),
    close: () => inTurn(async () => await laid?.line.close()),
  };
}
