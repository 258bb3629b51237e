import { charts } from './charts.ts';
import { forms } from './forms.ts';
import { frame } from './frame.ts';
import { print } from './print.ts';
import { tables } from './tables.ts';
import { tokens } from './tokens.ts';

/** The whole style of central's pages. */
export const stylesheet = [tokens, frame, forms, tables, charts, print].join('').replaceAll(/\n\s*/g, '\n');
