import type { PostgresServer } from '../../../central/testing/postgres-server.ts';
import type { Ratio } from '../report.ts';

/** As measured at kiosks: photograph, scans and signature of one registration together. */
export const ATTACHMENT_BYTES = 600_000;

/** How much of everything is measured. */
export interface Size {
  readonly commits: number;
  readonly drained: number;
  /** So often every way drains, by turns: what a machine does otherwise comes and goes within minutes. */
  readonly rounds: number;
  /** Through the line that counts. */
  readonly counted: number;
  readonly onBadLine: number;
  readonly growth: readonly number[];
}

export const WHOLE: Size = {
  commits: 40,
  drained: 500,
  rounds: 3,
  counted: 500,
  onBadLine: 10,
  growth: [100, 3_000, 10_000],
};

export const SMALL: Size = {
  commits: 10,
  drained: 60,
  rounds: 1,
  counted: 60,
  onBadLine: 3,
  growth: [20, 100, 500],
};

/** What all parts share. */
export interface Sides {
  /** Folder of what is compared with. */
  readonly peers: string;
  /** For central. */
  readonly server: PostgresServer;
}

/** What one part of the bench shows, and what of it has a target. */
export interface Shown {
  readonly lines: readonly string[];
  readonly ratios: readonly Ratio[];
}
