import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

/** Room for everything a run writes; a tmpfs takes only what is used. */
const ROOM_BYTES = 2 * 1024 * 1024 * 1024;
/** What is left when the disk is as good as full: less than one application with its pictures. */
const LEFT_BYTES = 64 * 1024;

/** A folder on a disk of its own that can run full. */
export interface Disk {
  readonly folder: string;
  /** Null where this user may not mount; then the disk never runs full. */
  readonly fill: (() => void) | null;
  makeRoom(): void;
  remove(): void;
}

export function createDisk(folder: string): Disk {
  mkdirSync(folder, { recursive: true });
  const mounted = mount(folder);
  const resize = (bytes: number) =>
    execFileSync('mount', ['-o', `remount,size=${bytes}`, folder], { stdio: 'ignore' });

  /** False when more was written meanwhile than would be left. */
  function shrink(left: number): boolean {
    const { blocks, bfree, bsize } = statfsSync(folder);
    try {
      resize((blocks - bfree) * bsize + left);
      return true;
    } catch {
      return false;
    }
  }

  return {
    folder,
    fill: mounted
      ? () => {
          for (let left = LEFT_BYTES; !shrink(left); left *= 2);
        }
      : null,
    makeRoom() {
      if (mounted) resize(ROOM_BYTES);
    },
    remove() {
      if (mounted) execFileSync('umount', ['-l', folder]);
    },
  };
}

function mount(folder: string): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM_BYTES},mode=700`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
