import type { Clock as DriverClock } from '../../drivers/clock.ts';
import type { Clock } from '../clock/clock.ts';

/** The station's clock as drivers know one: only time that never goes backwards. */
export function driverClock(clock: Clock): DriverClock {
  return { now: () => clock.elapsed(), after: (milliseconds, run) => clock.after(milliseconds, run) };
}
