import process from 'node:process';
import type { FromStation, ToStation } from '../../contract/shell/station-channel.ts';
import { openParentChannel } from './parent-channel.ts';

const channel = openParentChannel();

function send(message: FromStation): void {
  channel.send(message);
}

/** A station without a brain: keeps the lifecycle and sends every face its own bytes back. */
channel.onMessage((incoming) => {
  const message = incoming as ToStation;
  switch (message.type) {
    case 'start':
      send({ type: 'ready' });
      return;
    case 'face-message':
      misbehave(message.data);
      send(message);
      return;
    case 'ping':
      send({ type: 'pong', sequence: message.sequence });
      return;
    case 'stop':
      process.exit(0);
      return;
    case 'face-opened':
      send({ type: 'face-message', faceId: message.faceId, data: `welcome ${message.face}` });
      return;
    case 'central':
    case 'face-closed':
      process.stdout.write(`${JSON.stringify(message)}\n`);
  }
});

/** Words of a test that ask for trouble. */
function misbehave(word: unknown): void {
  if (word === 'be-fatal') send({ type: 'fatal', reason: 'corrupt-database' });
  if (word === 'speak-nonsense') channel.send({ type: 'nonsense' });
  if (word === 'hang') for (;;);
}

send({ type: 'hello', pid: process.pid });
