/**
 * Longest silence while bytes should move. On a mobile line that loses packets TCP repeats one after 1, 2, 4, 8 and
 * 16 s; a line still silent after those 31 s does not come back by waiting.
 */
export const IDLE_MS = 35_000;

/**
 * The same once central has said that it takes in what is sent (102, see `bundle-upload.ts` of the contract): it says so
 * every second while bytes arrive, and a packet that was lost is there after 1, 2 and 4 s. What is given up too early is
 * asked for and gone on with, which costs about 1 kB.
 */
export const HEARD_IDLE_MS = 10_000;

/** Slowest line worth using, 128 kbit/s, in bytes per second. */
const SLOWEST_RATE = 16_000;

/** Linux's largest send buffer (net.ipv4.tcp_wmem): what the kernel may still hold after it took our last byte. */
const LARGEST_SEND_BUFFER = 4 * 1024 * 1024;

/** How long to wait for the first byte of the answer after the last byte was handed over. */
export function answerPatience(bodyBytes: number): number {
  return IDLE_MS + (Math.min(bodyBytes, LARGEST_SEND_BUFFER) / SLOWEST_RATE) * 1_000;
}
