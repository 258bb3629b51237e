type Order = Readonly<Record<string, unknown>> & { readonly deed: string };
export type Deeds = Readonly<Record<string, (order: Order) => Promise<unknown>>>;

/** The other end of `forkDeeds`. */
export function doDeeds(deeds: Deeds): void {
  process.on('message', (order: Order) => {
    const work = deeds[order.deed]?.(order) ?? Promise.reject(new Error('no such deed'));
    work.then(
      (answer) => process.send?.({ answer: answer ?? null }),
      (error: unknown) =>
        process.send?.({ failed: error instanceof Error ? String(error.stack) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
