import { app, dialog } from 'electron';
import { log } from './log.ts';
import { type ShellTrouble, shellMessage } from './translation/messages.ts';

/** The application cannot open, for a reason that has words of its own. */
export class TroubleError extends Error {
  readonly trouble: ShellTrouble;

  constructor(trouble: ShellTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Everything else that keeps the shell from its start comes from reading and writing its folder. */
export function troubleOf(error: unknown): ShellTrouble {
  return error instanceof TroubleError ? error.trouble : 'folder-not-writable';
}

/** Says in a plain window why the application cannot open, then ends it. `quiet` only logs: nobody is looking. */
export async function endWithTrouble(trouble: ShellTrouble, detail: string, quiet: boolean): Promise<void> {
  log(`cannot open: ${trouble} ${detail}`);
  if (!quiet) {
    await app.whenReady();
    const { title, text } = shellMessage(trouble);
    dialog.showErrorBox(title, text);
  }
  app.exit(1);
}
