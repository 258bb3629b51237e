import process from 'node:process';
import { openParentChannel } from './parent-channel.ts';

/** What the host acceptance suite asks of the process it hosts. */
export type EchoRequest =
  | { readonly type: 'echo'; readonly data: unknown }
  | { readonly type: 'facts' }
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
