import type { Locator, Page } from 'playwright-core';
import { resize } from '../../e2e/support/accessibility.ts';
import type { Launched } from '../../e2e/support/launch.ts';
import { paperCount, takePaper } from '../../e2e/support/paper.ts';
import type { Album } from '../album.ts';

/** Long enough for a paper that should not be there to come out. */
const NO_MORE_PAPER_MS = 2_000;
/** Longer than a camera that finds no focus takes to say so. */
const PATIENCE_MS = 30_000;
const LYING = { width: 1280, height: 800 };
const STANDING = { width: 1080, height: 1920 };

/** What the chapters of the device tour share: the two pages, the album, and what has been seen so far. */
export interface Journey {
  readonly counter: Page;
  readonly tray: Page;
  readonly look: Album['look'];
  /** Keeps pictures of the counter on both screens a kiosk has; ends on the lying one. */
  lookOnBoth(name: string): Promise<void>;
  /** Presses a button of the tray. */
  press(name: string): Promise<void>;
  /** Waits until it is in sight; fails with `what` when it is not. */
  shown(what: string, locator: Locator): Promise<void>;
  /** Waits for so many papers and for no more of them, keeps a picture of the tray, and takes them away. */
  papersCome(count: number, name: string): Promise<void>;
  /** Whether one thing is so; fails with `what` when it is not. */
  holds(what: string, is: boolean): void;
  /** Number of things seen so far. */
  seen(): number;
  papers(): { readonly expected: number; readonly counted: number };
}

export function openJourney(kiosk: Launched, tray: Page, album: Album): Journey {
  const { counter } = kiosk;
  let seen = 0;
  let expected = 0;
  let counted = 0;

  function holds(what: string, is: boolean): void {
    if (!is) throw new Error(what);
    seen += 1;
  }

  return {
    counter,
    tray,
    look: album.look,
    async lookOnBoth(name) {
      await resize(kiosk, STANDING.width, STANDING.height);
      await album.look(`${name}-standing`);
      await resize(kiosk, LYING.width, LYING.height);
      await album.look(name);
    },
    press: (name) => tray.getByRole('button', { name, exact: true }).click(),
    async shown(what, locator) {
      await locator
        .first()
        .waitFor({ timeout: PATIENCE_MS })
        .catch(async (cause: unknown) => {
          await album.look('not-shown');
          throw new Error(`not shown: ${what}`, { cause });
        });
      seen += 1;
    },
    async papersCome(count, name) {
      expected += count;
      const until = Date.now() + PATIENCE_MS;
      while ((await paperCount(tray)) < count && Date.now() < until) await tray.waitForTimeout(100);
      await tray.waitForTimeout(NO_MORE_PAPER_MS);
      const came = await paperCount(tray);
      counted += came;
      await album.look(name, tray);
      holds(`${name}: ${came} papers came out where ${count} were asked for`, came === count);
      if (came > 0) await takePaper(tray);
    },
    holds,
    seen: () => seen,
    papers: () => ({ expected, counted }),
  };
}
