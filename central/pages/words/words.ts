import type { IssueCode } from '../../../contract/domain/issue.ts';
import type { Language } from '../../../contract/domain/localized.ts';
import carry from './carry.id.json' with { type: 'json' };
import feedback from './feedback.id.json' with { type: 'json' };
import issues from './issues.id.json' with { type: 'json' };
import officer from './officer.id.json' with { type: 'json' };
import english from './public.en.json' with { type: 'json' };
import indonesian from './public.id.json' with { type: 'json' };

/** Words of the officer's pages; the immigration office works in Indonesian. */
export const officerWords: Readonly<typeof officer> = officer;

/** Words of the box for what comes by hand. */
export const carryWords: Readonly<typeof carry> = carry;

/** Words of the page of what citizens say. */
export const feedbackWords: Readonly<typeof feedback> = feedback;

export type PublicWords = Readonly<typeof indonesian>;

/** Words of the page for everybody. */
export const publicWords: Readonly<Record<Language, PublicWords>> = { id: indonesian, en: english };

/** What a kiosk found remarkable; `{maximum}` and the like are values of the issue. */
export const issueWords: Readonly<Record<IssueCode, string>> = issues;

/** Puts values into the places a text has for them, such as `{days}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
