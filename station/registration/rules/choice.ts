import { block, type TextRule } from './finding.ts';

export const judgeChoice: TextRule = (text, _context, field) =>
  field.options?.some((option) => option.key === text) ? [] : [block('not-a-choice')];
