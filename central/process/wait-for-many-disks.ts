/** Each bundle of each station that is being written down waits in one; a thread that waits costs next to nothing. */
const THREADS = '16';

/**
 * Files are written, and signatures made, in libuv's threads, four of them as it comes: four flushes of a disk then hold
 * up everything else. Read by libuv when the first of them is needed.
 */
export function waitForManyDisks(environment: NodeJS.ProcessEnv): void {
  environment.UV_THREADPOOL_SIZE ??= THREADS;
}
