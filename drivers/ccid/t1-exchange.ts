import { missingCase } from '../missing-case.ts';
import { CardError } from '../smart-card/card-error.ts';
import type { T1Engine, T1Failure, T1Step } from './t1-engine.ts';

/** Carries one block to the card; null when the line garbled it or the card kept silent. */
export type BlockExchange = (block: Uint8Array, waitMultiplier: number) => Promise<Uint8Array | null>;

const WORDS: Readonly<Record<T1Failure, string>> = {
  unreachable: 'The card and the line cannot be brought together again',
  lost: 'The answer was lost on a bad line',
  abandoned: 'The card broke off the command',
  'too-long': 'The card sent more than a response may hold',
  endless: 'The card keeps asking for time',
};

/** Runs the engine until it is done. Fails with `protocol`, or with what `exchange` throws. */
export async function exchangeT1(
  engine: T1Engine,
  first: T1Step,
  exchange: BlockExchange,
): Promise<Uint8Array> {
  let step = first;
  for (;;) {
    switch (step.kind) {
      case 'done':
        return step.response;
      case 'failed':
        throw new CardError('protocol', WORDS[step.reason]);
      case 'send':
        step = engine.receive(await exchange(step.block, step.waitMultiplier));
        break;
      default:
        return missingCase(step);
    }
  }
}
