import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** 4 MB of modules and busybox. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Packs the guest's first file system: busybox, the modules it boots with, and `init`. Returns the archive's path. */
export function buildInitramfs(guest: string, work: string, init: string): string {
  const tree = join(work, 'initramfs');
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(join(tree, 'bin'), { recursive: true });
  copyFileSync(join(guest, 'busybox'), join(tree, 'bin', 'busybox'));
  chmodSync(join(tree, 'bin', 'busybox'), 0o755);
  cpSync(join(guest, 'boot'), join(tree, 'boot'), { recursive: true });
  writeFileSync(join(tree, 'init'), init, { mode: 0o755 });
  const names = spawnSync('find', ['.', '-print0'], { cwd: tree });
  const packed = spawnSync('cpio', ['--null', '--create', '--format=newc', '--quiet', '--owner=0:0'], {
    cwd: tree,
    input: names.stdout,
    maxBuffer: MOST_BYTES,
  });
  if (packed.status !== 0) throw new Error(`cpio ended with ${packed.status}: ${packed.stderr}`);
  const archive = join(work, 'initramfs.gz');
  writeFileSync(archive, gzipSync(packed.stdout, { level: 1 }));
  return archive;
}
