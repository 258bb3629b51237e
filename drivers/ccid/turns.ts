/** One at a time, in the order they came. */
export interface Turns {
  run<Value>(work: () => Promise<Value>): Promise<Value>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}
