import process from 'node:process';
import type { FromCentral, ToCentral } from '../../contract/shell/central-channel.ts';
import { openParentChannel } from './parent-channel.ts';

const channel = openParentChannel();

function send(message: FromCentral): void {
  channel.send(message);
}

/** A central that serves nothing: keeps the lifecycle and names an address nobody answers at. */
channel.onMessage((incoming) => {
  const message = incoming as ToCentral;
  switch (message.type) {
    case 'start':
      send({ type: 'ready', url: 'http://127.0.0.1:9/' });
      return;
    case 'ping':
      send({ type: 'pong', sequence: message.sequence });
      return;
    case 'stop':
      process.exit(0);
  }
});

send({ type: 'hello', pid: process.pid });
