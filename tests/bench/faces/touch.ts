import { loadSpecimens } from '../../../station/practice/specimens.ts';
import {
  fillStep,
  goOn,
  passportReplacement,
  signIn,
  startWithoutTicket,
} from '../../e2e/support/counter.ts';
import { launch } from '../../e2e/support/launch.ts';
import type { Ratio } from '../report.ts';
import { median, percentile } from '../statistics.ts';
import { take, watch } from './event-timing.ts';
import { LIMIT_MS, THROTTLE } from './weak-machine.ts';

/** Touch to paint on the counter, screen by screen, with the processor throttled. */
export async function benchFaces(log: (line: string) => void): Promise<Ratio[]> {
  const kiosk = await launch();
  try {
    const { counter } = kiosk;
    const session = await counter.context().newCDPSession(counter);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await watch(counter);
    const all: number[] = [];
    const note = async (screen: string) => {
      const durations = await take(counter);
      all.push(...durations);
      if (durations.length === 0) return;
      const p95 = percentile(durations, 0.95).toFixed(0);
      log(`${screen}: ${durations.length} touches, p50 ${median(durations)} ms, p95 ${p95} ms`);
    };
    await signIn(counter);
    await note('sign-in');
    await startWithoutTicket(counter);
    await note('home');
    const service = passportReplacement();
    const [specimen] = loadSpecimens();
    if (!specimen) throw new Error('no specimen citizen');
    const fields = service.steps.filter(({ kind }) => kind === 'fields');
    for (const step of fields) {
      await fillStep(counter, step, specimen);
      const following = service.steps[service.steps.indexOf(step) + 1];
      if (following) await goOn(counter, following.title.id);
      await note(step.key);
    }
    return [
      {
        name: `touch to paint p95 at ${THROTTLE}× throttle ÷ ${LIMIT_MS} ms`,
        measured: `${percentile(all, 0.95).toFixed(0)} ms (p95 of ${all.length})`,
        limit: `${LIMIT_MS} ms`,
        ratio: percentile(all, 0.95) / LIMIT_MS,
        target: 1,
      },
    ];
  } finally {
    await kiosk.close();
  }
}
