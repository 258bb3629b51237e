import type { Requirement, Service } from '../../../contract/domain/catalog.ts';
import type { PictureAdvice } from '../../capture/picture/quality.ts';
import type { AnswersAboutDocuments } from '../visit.ts';

/** First whether it is the citizen's at all, then whether it is at hand. */
export interface DocumentQuestion {
  readonly requirement: Requirement;
  readonly ask: 'is-mine' | 'is-ready';
  /** Which one this is, beginning with 1, of how many. */
  readonly number: number;
  readonly total: number;
}

/** The next thing to ask; null when everything was. Documents needed only in some cases come last. Pure. */
export function nextDocumentQuestion(
  service: Service,
  answers: AnswersAboutDocuments,
): DocumentQuestion | null {
  const inOrder = [
    ...service.requirements.filter(({ required }) => required !== 'if-any'),
    ...service.requirements.filter(({ required }) => required === 'if-any'),
  ];
  const place = inOrder.findIndex(({ key }) => answers[key] === undefined);
  const requirement = inOrder[place];
  if (!requirement) return null;
  const ask = requirement.required === 'if-any' ? 'is-mine' : 'is-ready';
  return { requirement, ask, number: place + 1, total: inOrder.length };
}

export interface DocumentResult {
  readonly ready: readonly Requirement[];
  /** To be had before coming here. */
  readonly missing: readonly Requirement[];
  /** Missing too, but the immigration office may see it. */
  readonly later: readonly Requirement[];
}

/** What the answers come to, by the catalog's rules. Pure; a requirement that was not asked about counts as missing. */
export function documentResult(service: Service, answers: AnswersAboutDocuments): DocumentResult {
  const mine = service.requirements.filter(({ key }) => answers[key] !== 'not-mine');
  const lacking = mine.filter(({ key }) => answers[key] !== 'ready');
  return {
    ready: mine.filter(({ key }) => answers[key] === 'ready'),
    missing: lacking.filter(({ required }) => required !== 'office'),
    later: lacking.filter(({ required }) => required === 'office'),
  };
}

/** Documents all pages of which have a good picture, and those with one that will not do, by key. Pure. */
export function picturedDocuments(
  requirements: readonly Requirement[],
  pictures: ReadonlyMap<string, { readonly advice: PictureAdvice }>,
): { pictured: string[]; unclear: string[] } {
  const adviceOf = ({ pages }: Requirement) => pages.map(({ key }) => pictures.get(key)?.advice);
  const keys = (which: (advice: readonly (PictureAdvice | undefined)[]) => boolean) =>
    requirements.filter((requirement) => which(adviceOf(requirement))).map(({ key }) => key);
  return {
    pictured: keys((all) => all.every((advice) => advice === 'good')),
    unclear: keys((all) => all.some((advice) => advice !== undefined && advice !== 'good')),
  };
}
