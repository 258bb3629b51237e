import type { ReactNode } from 'react';

/** How a face shows what is read. */
export interface ReadingProps {
  /** Level of the names of single things, below the heading they stand under. */
  readonly level: 2 | 3;
  /** What stands below the thing with this key, such as what changed of it. */
  readonly below?: (key: string) => ReactNode;
}
