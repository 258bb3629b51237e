import { readFileSync } from 'node:fs';

/** Clock ticks of `/proc/<pid>/stat` in a second (proc(5); USER_HZ is 100 on every Linux that Debian ships). */
const TICKS = 100;

/** User and system time of a process. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(user) + Number(system)) / TICKS;
}
