import type { ShellChannel } from './shell-channel.ts';

/** The channel of a process forked by Node, with `serialization: 'advanced'`; null when it was not forked. */
export function openChildProcess(owner: NodeJS.Process): ShellChannel | null {
  if (!owner.send) return null;
  return {
    send(message) {
      return new Promise((resolve) => {
        if (!owner.connected) return resolve();
        owner.send?.(message, undefined, undefined, () => resolve());
      });
    },
    onMessage: (listener) => void owner.on('message', listener),
    onClosed: (listener) => void owner.once('disconnect', listener),
  };
}
