import { formatTable } from '../../table.ts';
import { measureCommit } from '../measures/commit.ts';
import { measureWriteDown } from '../measures/write-down.ts';
import { ATTACHMENT_BYTES, type Shown, type Size } from '../sizes.ts';

/** Append and flush ÷ ours, sealed and encrypted. Of the outbox: the touch has a form to judge and a paper to set as well. */
const TARGET = 0.4;

const milliseconds = (time: number) => `${time.toFixed(1)} ms`;

/** Writing one registration down. */
export async function showCommits({ commits }: Size): Promise<Shown> {
  const outbox = await measureWriteDown(commits, ATTACHMENT_BYTES);
  const { submit, whole, append } = await measureCommit(commits, ATTACHMENT_BYTES);
  const rows = [
    ['limit: append and fdatasync', append, 1],
    ['limit, by turns with the outbox', outbox.append, 1],
    ['ours: sealed, signed and in the outbox', outbox.outbox, outbox.append / outbox.outbox],
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
        name: 'commit: append and fdatasync ÷ the outbox',
        measured: milliseconds(outbox.append),
        limit: milliseconds(outbox.outbox),
        ratio: outbox.append / outbox.outbox,
        target: TARGET,
        wanted: 'at-least',
      },
    ],
  };
}
