import { createNodeHost, type NodeHostOptions } from './node-host.ts';
import type { ProcessHost } from './process-host.ts';
import { createUtilityHost } from './utility-host.ts';

/** The encrypted SQLite's prebuilt binary needs this Node-API version; on an older one it crashes the process. */
const NODE_API_OF_STORE = 10;

/** @param plainNode used when this Electron's own Node is too old */
export function chooseHost(plainNode: NodeHostOptions, log: (line: string) => void): ProcessHost {
  return Number(process.versions.napi) >= NODE_API_OF_STORE
    ? createUtilityHost(log)
    : createNodeHost(plainNode, log);
}
