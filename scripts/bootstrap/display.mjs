import { spawn } from 'node:child_process';
import { SetupError, say } from './project.mjs';

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts a virtual display when the machine has none. Tall and wide enough for both screen sizes of the kiosk, side by side.
 * @returns {Promise<{ environment: NodeJS.ProcessEnv, stop: () => void }>}
 */
export async function ensureDisplay() {
  if (hasDisplay()) return { environment: process.env, stop: () => {} };
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '2400x1920x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise((resolve, reject) => {
    let text = '';
    server.on('error', (error) => reject(new SetupError(`no virtual display: ${error.message}`)));
    server.on('exit', (code) => reject(new SetupError(`the virtual display ended with ${code}`)));
    server.stdio[3].setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  server.removeAllListeners('exit');
  say(`this machine has no display: using a virtual one, :${number}`);
  const stop = () => server.kill('SIGTERM');
  process.on('exit', stop);
  return { environment: { ...process.env, DISPLAY: `:${number}` }, stop };
}
