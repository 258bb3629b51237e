import { block, type TextRule } from './finding.ts';

export const judgeVillage: TextRule = (code, { regions }) =>
  regions.village(code) === null ? [block('village-unknown')] : [];
