import type { ComplaintCode, ComplaintKind } from '../../contract/domain/complaint.ts';
import type { DocumentAnswers } from '../../contract/domain/draft.ts';
import type { FieldType } from '../../contract/domain/form.ts';
import type { Identifier } from '../../contract/domain/identifiers.ts';
import type { SurveyAnswers } from '../../contract/domain/satisfaction.ts';
import type { TrackingCode } from '../../contract/domain/tracking-code.ts';
import type { Reading } from '../catalog-reading/topics.ts';

/** What a citizen may belong to; `none` is also the answer of whoever prefers not to say. */
export type PriorityGroup = 'none' | 'elderly' | 'disability' | 'pregnant' | 'small-child';

/** Whose passport it is: the citizen's who stands here, or somebody else's. */
export type Whose = 'self' | 'other';

/** What the citizen has, by requirement; a key that is missing was not asked yet. */
export type AnswersAboutDocuments = DocumentAnswers;

/** How a visit begins: at the menu, at the choices of access, or at the menu with one switch. */
export type Entry = 'menu' | 'access' | 'scanning';

/** One question or one answer. Ids are made when a screen is opened, so that going back and forth never asks twice. */
export type Screen =
  | { readonly name: 'menu' }
  | { readonly name: 'access' }
  | { readonly name: 'ticket-service' }
  | { readonly name: 'ticket-people'; readonly serviceKey: string }
  | { readonly name: 'ticket-priority'; readonly serviceKey: string; readonly people: number }
  | {
      readonly name: 'ticket';
      readonly id: Identifier;
      readonly printJobId: Identifier;
      readonly serviceKey: string;
      readonly people: number;
      readonly priority: PriorityGroup;
      /** What was filled in before, for the number to take along. */
      readonly draftId: Identifier | null;
    }
  | { readonly name: 'apply-service' }
  | { readonly name: 'apply-whose'; readonly serviceKey: string }
  | {
      readonly name: 'apply-question';
      readonly serviceKey: string;
      readonly whose: Whose;
      readonly field: string;
      readonly type: FieldType;
      /** Come to from the overview, and back to it. */
      readonly fixing: boolean;
    }
  | { readonly name: 'apply-review'; readonly serviceKey: string; readonly whose: Whose }
  | { readonly name: 'information' }
  | { readonly name: 'search' }
  | Reading
  | { readonly name: 'documents-service' }
  | {
      readonly name: 'documents-question';
      readonly serviceKey: string;
      readonly answers: AnswersAboutDocuments;
    }
  | { readonly name: 'documents'; readonly serviceKey: string; readonly answers: AnswersAboutDocuments }
  | { readonly name: 'document-picture'; readonly serviceKey: string; readonly page: string }
  | { readonly name: 'status-code' }
  | { readonly name: 'status'; readonly trackingCode: TrackingCode }
  | { readonly name: 'feedback' }
  | { readonly name: 'rate'; readonly id: Identifier }
  | { readonly name: 'rated' }
  | { readonly name: 'survey'; readonly id: Identifier; readonly answers: Partial<SurveyAnswers> }
  | { readonly name: 'surveyed' }
  | {
      readonly name: 'complaint';
      readonly kind: ComplaintKind;
      readonly id: Identifier;
      readonly printJobId: Identifier;
    }
  | { readonly name: 'complaint-voice'; readonly id: Identifier }
  | { readonly name: 'complaint-picture'; readonly id: Identifier }
  | { readonly name: 'complained'; readonly code: ComplaintCode; readonly printJobId: Identifier }
  | { readonly name: 'answer-code' }
  | { readonly name: 'answer'; readonly code: ComplaintCode };
export type ScreenName = Screen['name'];

/** Screens behind which something was made: the way back leads to the menu and not into the same question. */
const FINAL: ReadonlySet<ScreenName> = new Set(['ticket', 'rated', 'surveyed', 'complained']);

/** The screens gone through, the one on show last. Never empty. */
export type Path = readonly [Screen, ...Screen[]];

export const FIRST_PATH: Path = [{ name: 'menu' }];

export function shownOf(path: Path): Screen {
  return path.at(-1) ?? path[0];
}

export function goTo(path: Path, next: Screen): Path {
  if (next.name === 'menu') return FIRST_PATH;
  return FINAL.has(next.name) ? [FIRST_PATH[0], next] : [...path, next];
}

export function goBack(path: Path): Path {
  const [first, ...rest] = path;
  return [first, ...rest.slice(0, -1)];
}

export function isFinal(screen: Screen): boolean {
  return FINAL.has(screen.name);
}
