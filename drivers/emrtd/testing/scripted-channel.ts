import type { CardChannel } from '../../smart-card/card-channel.ts';
import { hex } from './hex.ts';

/** A card that knows one conversation by heart: a command that is not the next line ends the test. */
export function scriptedChannel(
  lines: readonly (readonly [command: string, response: string])[],
): CardChannel {
  const left = [...lines];
  return {
    atr: new Uint8Array(),
    maximumCommandLength: 261,
    maximumResponseLength: 258,
    async transmit(command) {
      const sent = Buffer.from(command).toString('hex').toUpperCase();
      const [expected, response] = left.shift() ?? ['nothing', ''];
      if (sent !== expected.replaceAll(/\s/g, '')) throw new Error(`sent ${sent}, not ${expected}`);
      return hex(response);
    },
  };
}
