import pino from 'pino';
import { PRACTICE_OFFICER } from './embedded.ts';
import { type CentralOptions, startCentral } from './start-central.ts';

/** Runs until it is told to end; says where it listens in one JSON line, then logs to standard error. */
export async function serveCommand({
  practice,
  ...options
}: CentralOptions & { readonly practice: boolean }): Promise<void> {
  const log = pino({ base: null }, pino.destination(2));
  const central = await startCentral({
    ...options,
    ...(practice && { practiceOfficer: PRACTICE_OFFICER }),
    onFailure: (error, route) =>
      log.error({ route, error: error instanceof Error ? error.name : 'unknown' }, 'failed'),
    onRequest: (record) => log.info(record, 'answered'),
    onCarried: (record) => log.info(record, 'carried'),
  });
  process.stdout.write(`${JSON.stringify({ ready: true, url: central.url })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      central.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
