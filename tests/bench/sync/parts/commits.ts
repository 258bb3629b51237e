import { formatTable } from '../../table.ts';
import { measureCommit } from '../measures/commit.ts';
import { ATTACHMENT_BYTES, type Shown, type Size } from '../sizes.ts';

/** Append and flush ÷ ours, sealed and encrypted. */
const TARGET = 0.4;

const milliseconds = (time: number) => `${time.toFixed(1)} ms`;

/** Writing one registration down. */
export async function showCommits({ commits }: Size): Promise<Shown> {
  const { submit, whole, append } = await measureCommit(commits, ATTACHMENT_BYTES);
  const rows = [
    ['limit: append and fdatasync', append, 1],
    ['ours: submit, from the touch to the answer', submit, append / submit],
    ['ours: the whole registration, 9 calls', whole, append / whole],
  ] as const;
  return {
    lines: [
      `writing down one registration of ${ATTACHMENT_BYTES / 1_000} kB, medians of ${commits}:`,
      ...formatTable(['way', 'ms', 'limit ÷ way'], rows),
    ],
    ratios: [
      {
        name: 'commit: append and fdatasync ÷ ours',
        measured: milliseconds(append),
        limit: milliseconds(submit),
        ratio: append / submit,
        target: TARGET,
        wanted: 'at-least',
      },
    ],
  };
}
