import { readFileSync, writeFileSync } from 'node:fs';

function kilobytes(pid: number, name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]);
}

/** Forgets the peak of a process and answers what it uses now (proc(5): `clear_refs` with 5). Then ask for the growth. */
export function watchMemory(pid: number): () => number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = kilobytes(pid, 'VmRSS');
  /** Bytes by which it was larger at its largest. */
  return () => Math.max(0, kilobytes(pid, 'VmHWM') - before) * 1_024;
}
