import { electronPath } from '../e2e/support/launch.ts';
import { benchCentral } from './central/central.ts';
import { benchPassport } from './devices/passport.ts';
import { benchReceipt } from './devices/receipt.ts';
import { benchCitizen } from './faces/citizen.ts';
import { benchTicket } from './faces/ticket.ts';
import { benchFaces } from './faces/touch.ts';
import { formatRatio, type Ratio } from './report.ts';
import { benchStart } from './start/start.ts';
import { benchAutosave } from './store/autosave.ts';
import { benchGrowth } from './store/growth.ts';
import { SMALL, WHOLE } from './sync/sizes.ts';
import { benchSync } from './sync/sync.ts';

const log = (line: string) => void process.stdout.write(`${line}\n`);

/** Less of everything, where a bench knows less. */
const small = process.argv.includes('--small');

const benches: Readonly<Record<string, () => Promise<Ratio[]>>> = {
  start: () => benchStart(electronPath(), log),
  store: async () => [...(await benchAutosave(log)), ...(await benchGrowth(log))],
  faces: async () => [...(await benchFaces(log)), ...(await benchCitizen(log)), ...(await benchTicket(log))],
  devices: async () => [...(await benchPassport(log)), ...(await benchReceipt(log))],
  central: () => benchCentral(log),
  sync: () => benchSync(log, small ? SMALL : WHOLE),
};

const wanted = process.argv.slice(2).filter((word) => word !== '--small');
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  log(`unknown: ${unknown.join(' ')}; there are ${Object.keys(benches).join(' ')}`);
  process.exitCode = 1;
} else {
  const ratios: Ratio[] = [];
  for (const [name, run] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    log(`bench ${name}`);
    ratios.push(...(await run()));
  }
  for (const ratio of ratios) log(formatRatio(ratio));
}
