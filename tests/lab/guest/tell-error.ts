import { inspect } from 'node:util';

/** What was thrown need not be an error, nor have a prototype. */
export function tellError(thrown: unknown): string {
  if (!(thrown instanceof Error)) return inspect(thrown);
  const { stack, message } = thrown;
  const told = stack?.includes(message) ? stack : `${message}\n${stack ?? ''}`;
  return 'actual' in thrown ? `${told}\nreceived ${inspect(thrown.actual)}` : told;
}
