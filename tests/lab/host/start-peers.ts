import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LabPeer } from '../suites.ts';

export interface Peers {
  /** QEMU's `-chardev` values: its end of each socket. */
  readonly chardevs: readonly string[];
  stop(): void;
}

/**
 * Starts the programs that are the far end of some device of QEMU's. Each gets its socket's path as last argument, waits
 * for QEMU to listen there, and writes what it has to say beside the kernel's log.
 */
export function startPeers(peers: readonly LabPeer[], root: string, work: string): Peers {
  // A socket's path may have some hundred bytes at most; the project's folder may have more.
  const sockets = mkdtempSync(join(tmpdir(), 'anjungan-lab-'));
  const pathOf = (peer: LabPeer) => join(sockets, peer.name);
  const children = peers.map((peer): ChildProcess => {
    const [program = '', ...words] = peer.command.map((word) => word.replace('{folder}', work));
    const log = openSync(join(work, `${peer.name}.log`), 'w');
    const child = spawn(program, [...words, pathOf(peer)], { cwd: root, stdio: ['ignore', log, log] });
    // A peer that is not there shows in its suite, which finds no card.
    child.on('error', () => {});
    closeSync(log);
    return child;
  });
  return {
    chardevs: peers.map((peer) => `socket,id=${peer.name},path=${pathOf(peer)},server=on,wait=off`),
    stop() {
      for (const child of children) child.kill();
      rmSync(sockets, { recursive: true, force: true });
    },
  };
}
