import { type DestinationStream, destination, pino } from 'pino';
import { StoreError, StoreOpenError } from '../store/store-error.ts';

/** What went wrong, for whoever keeps the kiosk running. Never an input or a row: those are people. */
export interface Log {
  note(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  failed(where: string, error: unknown): void;
}

/** Lines of JSON, by default to standard error, each written before the call returns. */
export function createLog(stream: DestinationStream = destination({ dest: 2, sync: true })): Log {
  const logger = pino({ base: { room: 'station' } }, stream);
  return {
    note: (event, facts = {}) => logger.info(facts, event),
    failed: (where, error) => logger.error(describe(error), where),
  };
}

/** Kind, code and stack. The message of a foreign error is left out, because it may quote what it choked on. */
function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = describeCause(error);
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const kind = 'kind' in error && typeof error.kind === 'string' ? { kind: error.kind } : {};
  return { error: error.name, ...code, ...kind, ...cause, stack: frames(error) };
}

function describeCause(error: Error): Record<string, string> {
  const ours = error instanceof StoreError || error instanceof StoreOpenError;
  return ours && error.cause instanceof Error ? { cause: `${error.cause.name}: ${error.cause.message}` } : {};
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .join('\n');
}
