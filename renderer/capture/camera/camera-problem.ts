/** `missing` none is plugged in; `denied` not allowed; `busy` another program has it; `unplugged` it left in use. */
export type CameraProblem = 'missing' | 'denied' | 'busy' | 'unplugged';

const PROBLEMS: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Reads what `getUserMedia` rejected with (Media Capture and Streams §10.2.1). What has no name of its own may pass: `busy`. */
export function cameraProblem(error: unknown): CameraProblem {
  return (error instanceof Error ? PROBLEMS[error.name] : undefined) ?? 'busy';
}
