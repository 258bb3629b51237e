import { createNodeHost } from '../node-host.ts';
import { createUtilityHost } from '../utility-host.ts';
import { type AcceptanceResult, runHostAcceptance } from './suite.ts';

/** Run inside Electron's main process by `tests/e2e/shell-hosts.test.ts`. */
export function runAcceptance(
  kind: 'utility-process' | 'node-process',
  echoModule: string,
  nodePath: string,
): Promise<AcceptanceResult[]> {
  return runHostAcceptance({
    createHost:
      kind === 'utility-process'
        ? createUtilityHost
        : (log) => createNodeHost({ nodePath, compiledFolder: null }, log),
    echoModule,
  });
}
