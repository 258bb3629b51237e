import { walkEveryCitizenScreen } from '../../e2e/support/citizen.ts';
import { startCitizenKiosk } from '../../e2e/support/citizen-kiosk.ts';
import type { Ratio } from '../report.ts';
import { median, percentile } from '../statistics.ts';
import { take, watch } from './event-timing.ts';
import { LIMIT_MS, THROTTLE } from './weak-machine.ts';

/** Touch to paint on the citizens' face: the touches that led to each screen, with the processor throttled. */
export async function benchCitizen(log: (line: string) => void): Promise<Ratio[]> {
  const { page, trackingCode, close } = await startCitizenKiosk();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await watch(page);
    const all: number[] = [];
    await walkEveryCitizenScreen({
      page,
      language: 'id',
      trackingCode,
      async look(screen) {
        const durations = await take(page);
        all.push(...durations);
        if (durations.length === 0) return;
        const p95 = percentile(durations, 0.95).toFixed(0);
        log(`to ${screen}: ${durations.length} touches, p50 ${median(durations)} ms, p95 ${p95} ms`);
      },
    });
    return [
      {
        name: `citizen, touch to paint p95 at ${THROTTLE}× throttle ÷ ${LIMIT_MS} ms`,
        measured: `${percentile(all, 0.95).toFixed(0)} ms (p95 of ${all.length})`,
        limit: `${LIMIT_MS} ms`,
        ratio: percentile(all, 0.95) / LIMIT_MS,
        target: 1,
      },
    ];
  } finally {
    await close();
  }
}
