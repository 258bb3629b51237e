import { z } from 'zod';
import { block, type TextRule } from './finding.ts';

const emailSchema = z.email();

export const judgeEmail: TextRule = (text) =>
  emailSchema.safeParse(text).success ? [] : [block('email-invalid')];
