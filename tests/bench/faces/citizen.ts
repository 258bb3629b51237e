import { walkEveryCitizenScreen } from '../../e2e/support/citizen.ts';
import { startCitizenKiosk } from '../../e2e/support/citizen-kiosk.ts';
import type { Ratio } from '../report.ts';
import { median, percentile } from '../statistics.ts';
import { take, takeShift, watch } from './event-timing.ts';
import { LIMIT_MS, LIMIT_SHIFT, THROTTLE } from './weak-machine.ts';

/** So often that most screens have a 95th percentile that is not simply their slowest touch, first one after the start and all. */
const WALKS = 5;

/** Touch to paint on the citizens' face: the touches that led to each screen, with the processor throttled; and what moves on it by itself. */
export async function benchCitizen(log: (line: string) => void): Promise<Ratio[]> {
  const { page, trackingCode, close } = await startCitizenKiosk();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await watch(page);
    const screens = new Map<string, number[]>();
    const shifts = new Map<string, number>();
    for (let walk = 0; walk < WALKS; walk += 1)
      await walkEveryCitizenScreen({
        page,
        language: 'id',
        trackingCode,
        async look(screen) {
          const durations = await take(page);
          const shift = await takeShift(page);
          if (shift > 0) shifts.set(screen, (shifts.get(screen) ?? 0) + shift);
          if (durations.length > 0) screens.set(screen, [...(screens.get(screen) ?? []), ...durations]);
        },
      });
    const p95 = (durations: readonly number[]) => percentile(durations, 0.95);
    for (const [screen, durations] of screens)
      log(
        `to ${screen}: ${durations.length} touches, p50 ${median(durations)} ms, p95 ${p95(durations).toFixed(0)} ms`,
      );
    const all = [...screens.values()].flat();
    const slow = [...screens].filter(([, durations]) => p95(durations) > LIMIT_MS).map(([screen]) => screen);
    log(`${slow.length} of ${screens.size} screens above ${LIMIT_MS} ms: ${slow.join(', ') || 'none'}`);
    for (const [screen, shift] of shifts) log(`on ${screen}: layout shift ${shift.toFixed(3)}`);
    const worst = Math.max(0, ...shifts.values());
    return [
      {
        name: `citizen, touch to paint p95 at ${THROTTLE}× throttle ÷ ${LIMIT_MS} ms`,
        measured: `${p95(all).toFixed(0)} ms (p95 of ${all.length})`,
        limit: `${LIMIT_MS} ms`,
        ratio: p95(all) / LIMIT_MS,
        target: 1,
      },
      {
        name: `citizen, layout shift of the worst screen, ${WALKS} walks ÷ ${LIMIT_SHIFT}`,
        measured: `${worst.toFixed(3)} (${shifts.size} of ${screens.size} screens moved)`,
        limit: `${LIMIT_SHIFT}`,
        ratio: worst / LIMIT_SHIFT,
        target: 0,
      },
    ];
  } finally {
    await close();
  }
}
