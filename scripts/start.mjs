import { main, prepareWindows } from './bootstrap/bootstrap.mjs';
import { say } from './bootstrap/project.mjs';
import { handOver } from './bootstrap/run.mjs';

await main(async (args) => {
  const { electron, environment, stop } = await prepareWindows();
  say(`opening the kiosk in practice mode (Electron ${electron.version}, ${electron.runtime})`);
  const switches = JSON.parse(environment.ANJUNGAN_ELECTRON_ARGS);
  const code = await handOver(electron.executable, [...switches, '--practice', ...args], environment);
  stop();
  return code;
});
