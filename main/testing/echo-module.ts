import process from 'node:process';
import { getHeapSpaceStatistics } from 'node:v8';
import { openParentChannel } from './parent-channel.ts';

/** What the host acceptance suite asks of the process it hosts. */
export type EchoRequest =
  | { readonly type: 'echo'; readonly data: unknown }
  | { readonly type: 'facts' }
  /** Makes new objects until their space has grown as far as it may, and answers its bytes. */
  | { readonly type: 'fill-new-space' }
  | { readonly type: 'print'; readonly output: string; readonly errors: string }
  | { readonly type: 'exit'; readonly code: number; readonly lastWords: string }
  | { readonly type: 'stop' }
  /** Blocks the event loop for ever. */
  | { readonly type: 'hang' };

export interface EchoFacts {
  readonly argv: readonly string[];
  readonly execArgv: readonly string[];
  readonly environmentNames: readonly string[];
}

/** Some 200 MB, of which 7 MB are in use at any time: the runtime's own choice is a space of 33 MB or more then. */
const OBJECTS = 6_000_000;
const KEPT = 200_000;

const channel = openParentChannel();

channel.onMessage((message) => {
  const request = message as EchoRequest;
  switch (request.type) {
    case 'echo':
      channel.send(request.data);
      return;
    case 'facts':
      channel.send({
        argv: process.argv,
        execArgv: process.execArgv,
        environmentNames: Object.keys(process.env),
      } satisfies EchoFacts);
      return;
    case 'fill-new-space':
      channel.send(fillNewSpace());
      return;
    case 'print':
      process.stdout.write(request.output);
      process.stderr.write(request.errors);
      return;
    case 'exit':
      channel.send(request.lastWords);
      setTimeout(() => process.exit(request.code), 50);
      return;
    case 'stop':
      process.exit(0);
      return;
    case 'hang':
      for (;;);
  }
});

function fillNewSpace(): number {
  const kept: unknown[] = [];
  for (let made = 0; made < OBJECTS; made += 1) kept[made % KEPT] = { made };
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  return kept.length > 0 ? (space?.space_size ?? 0) : 0;
}
