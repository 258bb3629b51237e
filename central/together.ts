interface Asked<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Does `work` for one item of a key; resolves with that item's result. */
export type Together<Item, Result> = (key: string, item: Item) => Promise<Result>;

/**
 * Work that costs about the same for several: those who ask while it is being done for others of the same key share the next
 * time. `work` answers a result for each item, in their order, and begins after each of them asked; when it fails, it fails
 * for all of them.
 */
export function createTogether<Item, Result>(
  work: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
): Together<Item, Result> {
  /** Of the keys for which work is under way. */
  const waiting = new Map<string, Asked<Item, Result>[]>();

  async function workFor(key: string, asked: readonly Asked<Item, Result>[]): Promise<void> {
    try {
      const results = await work(
        key,
        asked.map(({ item }) => item),
      );
      for (const [place, { resolve, reject }] of asked.entries()) {
        const result = results[place];
        if (place < results.length) resolve(result as Result);
        else reject(new RangeError('an item without a result'));
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  async function run(key: string, first: Asked<Item, Result>): Promise<void> {
    for (let asked = [first]; asked.length > 0; ) {
      await workFor(key, asked);
      asked = waiting.get(key) ?? [];
      waiting.set(key, []);
    }
    waiting.delete(key);
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const asked = { item, resolve, reject };
      const others = waiting.get(key);
      if (others !== undefined) {
        others.push(asked);
        return;
      }
      waiting.set(key, []);
      void run(key, asked);
    });
}
