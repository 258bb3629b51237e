import type { Field } from '../../../contract/domain/form.ts';
import { block, type Finding } from './finding.ts';

export function judgeNumber(number: number, { minimum, maximum }: Field): Finding[] {
  const low = minimum !== undefined && number < minimum;
  const high = maximum !== undefined && number > maximum;
  if (!low && !high) return [];
  return [
    block('out-of-range', {
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    }),
  ];
}
