import type { Stage } from '../../../contract/domain/catalog.ts';

export interface StageOnLine {
  readonly stage: Stage;
  readonly place: 'passed' | 'now' | 'ahead';
}

/**
 * The official stages in order around where an application stands. Of alternatives of the same order the one it is in is
 * told, otherwise the normal one; ways to end early are told only when it is there. Pure; empty for an unknown stage.
 */
export function stageLine(stages: readonly Stage[], stageKey: string): StageOnLine[] {
  const now = stages.find(({ key }) => key === stageKey);
  if (!now) return [];
  if (now.kind === 'stopped') return [{ stage: now, place: 'now' }];
  const orders = [...new Set(stages.filter(({ kind }) => kind !== 'stopped').map(({ order }) => order))];
  return orders
    .sort((one, other) => one - other)
    .flatMap((order): StageOnLine[] => {
      if (order === now.order) return [{ stage: now, place: 'now' }];
      const alternatives = stages.filter((stage) => stage.order === order && stage.kind !== 'stopped');
      const stage = alternatives.find(({ kind }) => kind === 'normal') ?? alternatives[0];
      return stage ? [{ stage, place: order < now.order ? 'passed' : 'ahead' }] : [];
    });
}
