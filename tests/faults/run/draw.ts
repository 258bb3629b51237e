import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Everything a run draws comes from its seed through here. */
export interface Draw {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** The same, but as likely between 10 and 100 as between 100,000 and 1,000,000. */
  magnitude(from: number, to: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
  /** A copy in any order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function createDraw(seed: number): Draw {
  // The last word only keeps the state from being all zeros, in which the generator would stay.
  const generator = xoroshiro128plusFromState([seed | 0, Math.floor(seed / 2 ** 32), 0, 0x5eed]);
  for (let warm = 0; warm < 8; warm += 1) generator.next();
  const between = (from: number, to: number) => uniformInt(generator, from, to);

  return {
    between,
    magnitude(from, to) {
      const share = between(0, 1_000_000) / 1_000_000;
      return Math.round(Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from))));
    },
    oneOf(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    shuffled(items) {
      const left = [...items];
      const order = [];
      while (left.length > 0) order.push(...left.splice(between(0, left.length - 1), 1));
      return order;
    },
  };
}
