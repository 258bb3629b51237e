import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { OpenPort } from './relay.ts';

export const openElectronPort: OpenPort<MessagePortMain> = (listener) => {
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', (event) => listener.message(event.data));
  port1.on('close', listener.closed);
  port1.start();
  return {
    near: { send: (data) => port1.postMessage(data), close: () => port1.close() },
    far: port2,
  };
};
