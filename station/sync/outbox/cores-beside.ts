import type { CoreLane, LaneCall } from './core-lane.ts';

/**
 * Cores that go while bundles travel, a batch at a time: no bundle has to end for them on a fast line, which is not idle
 * while central opens a batch.
 */
export interface CoresBeside {
  /**
   * Begins the next batch, if none is under way, and answers when that one ends, however it does; null when there is none.
   * `onFailure` is told of what `CoreLane` throws; nothing is thrown here.
   */
  send(call: LaneCall, onFailure: (error: unknown) => void): Promise<void> | null;
  /** Resolves when no batch is under way. */
  settle(): Promise<void>;
}

export function createCoresBeside(cores: CoreLane): CoresBeside {
  let underWay: Promise<void> | null = null;

  async function sendOnce(call: LaneCall, onFailure: (error: unknown) => void): Promise<void> {
    try {
      await cores.sendOnce(call);
    } catch (error) {
      onFailure(error);
    }
    underWay = null;
  }

  return {
    send(call, onFailure) {
      try {
        if (underWay === null && cores.mayGo()) underWay = sendOnce(call, onFailure);
      } catch (error) {
        onFailure(error);
      }
      return underWay;
    },
    async settle() {
      await underWay;
    },
  };
}
