import type { Draft, DraftSummary } from '../../contract/domain/draft.ts';
import type { FieldValue } from '../../contract/domain/form.ts';
import type { ReadingSource } from '../../contract/domain/reading.ts';
import type { Audit } from '../audit/audit.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { Regions } from '../catalog/regions.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import { badRequest, refusal } from '../rpc/refusal.ts';
import type { Store, WritableDatabase } from '../store/database.ts';
import type { Page } from '../store/page.ts';
import { readCount } from '../store/tables/counts.ts';
import { readAttachments } from '../store/tables/draft-attachments.ts';
import { correctingDraft, keptDrafts, readDraft, setDiscarded, setOpenedBy } from '../store/tables/drafts.ts';
import type { Actor } from './actor.ts';
import { beginDraft } from './begin-draft.ts';
import { changeDraft, type DraftChanges } from './change-draft.ts';
import { checkValues } from './check-values.ts';
import { fillFromMrz } from './mrz/fill-from-mrz.ts';
import { type OpenDraft, openDraft, requireDraft } from './open-draft.ts';
import { presentDraft, summariseDraft } from './present-draft.ts';
import { type ChipFill, fillFromChip, fillFromIdentityCard } from './readings/fill-from-chip.ts';
import { type Reading, withReadings } from './readings/reading.ts';

export interface RegistrationDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly audit: Audit;
  readonly catalogs: Catalogs;
  readonly regions: Regions;
}

/** Drafts: every method that changes one answers after the commit. All may throw `StoreError` and the refusals named. */
export interface Drafts {
  /** `CONFLICT` when the id is another draft's. */
  start(draftId: string, serviceKey: string, actor: Actor): Draft;
  list(after: string | null, limit: number): Page<DraftSummary> & { total: number };
  get(draftId: string): Draft;
  /** `BAD_REQUEST` for values that do not fit the form; then nothing is saved. */
  saveFields(draftId: string, values: Readonly<Record<string, FieldValue>>): Draft;
  /** Fills what is still empty from the machine-readable lines of a passport's chip; never what somebody typed. */
  fillFromChip(draftId: string, lines: string): Filling;
  /** The same with what a KTP-el says, by the keys of the fields. */
  fillFromIdentityCard(draftId: string, says: Readonly<Record<string, string>>): Filling;
  /**
   * Ends a difference between a field and a document: the document's value is taken, or the typed one kept as long as it
   * stays as it is. `NOT_FOUND` when the document said nothing of the field, `BAD_REQUEST` when its value does not fit.
   */
  settleReading(draftId: string, settlement: Settlement, actor: Actor): Draft;
  /** `leaveForOffice` is about the step that is left: true where the catalog allows it, false to take it back. */
  moveToStep(draftId: string, step: string, leaveForOffice: boolean | undefined): Draft;
  discard(draftId: string, actor: Actor): void;
  restore(draftId: string, actor: Actor): Draft;
}

export interface Settlement {
  readonly field: string;
  readonly source: ReadingSource;
  readonly take: 'document' | 'typed';
}

/** What a chip filled, by field key. */
export interface Filling {
  readonly filled: string[];
  /** Filled by somebody otherwise than the chip says, and left so. */
  readonly differs: string[];
}

export function createDrafts(dependencies: RegistrationDependencies): Drafts {
  const { store, clock, events, audit, catalogs, regions } = dependencies;

  function present(draft: OpenDraft): Draft {
    return presentDraft(draft, readAttachments(store.read, draft.row.id), regions, dayInWib(clock.now()));
  }

  function changed(draftId: string): void {
    events.publish({ type: 'draft-changed', draftId });
  }

  /** One read, one statement, one commit; an edit that changes nothing commits nothing. */
  function edit(
    draftId: string,
    work: (draft: OpenDraft, database: WritableDatabase) => DraftChanges | null,
  ): Draft {
    const outcome = store.transaction((database) => {
      const draft = requireDraft(database, catalogs, draftId);
      const changes = work(draft, database);
      return changes
        ? { draft: changeDraft(database, draft, changes, clock.now()), edited: true }
        : { draft, edited: false };
    });
    if (outcome.edited) changed(draftId);
    return present(outcome.draft);
  }

  function fill(draftId: string, work: (draft: OpenDraft) => ChipFill): Filling {
    const filling: Filling[] = [];
    edit(draftId, (draft) => {
      const { source, filled, differs, says } = work(draft);
      filling.push({ filled: Object.keys(filled), differs: [...differs] });
      return {
        values: { ...draft.values, ...filled },
        readings: withReadings(draft.readings, source, says),
      };
    });
    return filling[0] ?? { filled: [], differs: [] };
  }

  return {
    start(draftId, serviceKey, actor) {
      const { row, isNew } = store.transaction((database) => {
        const beginning = {
          id: draftId,
          serviceKey,
          officerId: actor.officerId,
          ticket: null,
          correction: null,
        };
        const begun = beginDraft(database, catalogs, beginning, clock.now());
        if (begun.isNew)
          audit.append(database, { action: 'draft-started', outcome: 'done', subjectId: draftId, ...actor });
        return begun;
      });
      if (isNew) changed(draftId);
      return present(openDraft(row, catalogs));
    },
    list(after, limit) {
      const { rows, next } = keptDrafts(store.read, after, limit);
      return { rows: rows.map(summariseDraft), next, total: readCount(store.read, 'drafts') };
    },
    get: (draftId) => present(requireDraft(store.read, catalogs, draftId)),
    saveFields: (draftId, values) =>
      edit(draftId, (draft) => {
        const problems = checkValues(draft.service, values);
        if (problems.length > 0) throw badRequest(problems);
        const saved = { ...draft.values, ...values };
        const filled = fillFromMrz(draft.service, values, saved, dayInWib(clock.now()));
        const next = { ...saved, ...filled };
        return Object.keys({ ...values, ...filled }).some((key) => next[key] !== draft.values[key])
          ? { values: next }
          : null;
      }),
    fillFromChip: (draftId, lines) =>
      fill(draftId, (draft) => fillFromChip(draft.service, lines, draft.values, dayInWib(clock.now()))),
    fillFromIdentityCard: (draftId, says) =>
      fill(draftId, (draft) => fillFromIdentityCard(draft.service, says, draft.values)),
    settleReading: (draftId, { field, source, take }, actor) =>
      edit(draftId, (draft, database) => {
        const isMeant = (reading: Reading) => reading.field === field && reading.source === source;
        const reading = draft.readings.find(isMeant);
        if (!reading) throw refusal('NOT_FOUND');
        const values = take === 'document' ? { [field]: reading.value } : {};
        const problems = checkValues(draft.service, values);
        if (problems.length > 0) throw badRequest(problems);
        const keptTyped = take === 'typed' ? String(draft.values[field] ?? '') : null;
        audit.append(database, { action: 'reading-settled', outcome: take, subjectId: draftId, ...actor });
        return {
          values: { ...draft.values, ...values },
          readings: draft.readings.map((each) => (isMeant(each) ? { ...each, keptTyped } : each)),
        };
      }),
    moveToStep: (draftId, step, leaveForOffice) =>
      edit(draftId, (draft) => {
        const { steps } = draft.service;
        if (!steps.some(({ key }) => key === step)) throw badRequest([{ at: 'step', code: 'unknown-step' }]);
        const left = steps.find(({ key }) => key === draft.row.currentStep);
        if (leaveForOffice && !left?.mayFinishAtOffice)
          throw badRequest([{ at: 'leaveForOffice', code: 'must-be-finished-here' }]);
        const others = draft.leftForOffice.filter((key) => key !== left?.key);
        const leftForOffice =
          leaveForOffice === undefined || !left
            ? draft.leftForOffice
            : [...others, ...(leaveForOffice ? [left.key] : [])];
        const same = step === draft.row.currentStep && leftForOffice.length === draft.leftForOffice.length;
        return same ? null : { currentStep: step, leftForOffice };
      }),
    discard(draftId, actor) {
      store.transaction((database) => {
        const row = readDraft(database, draftId);
        if (!row) throw refusal('NOT_FOUND');
        if (row.discardedAt !== null) return;
        setDiscarded(database, draftId, clock.now());
        audit.append(database, { action: 'draft-discarded', outcome: 'done', subjectId: draftId, ...actor });
      });
      changed(draftId);
    },
    restore(draftId, actor) {
      const row = store.transaction((database) => {
        const discarded = readDraft(database, draftId);
        if (!discarded) throw refusal('NOT_FOUND');
        if (discarded.discardedAt === null) return discarded;
        const corrected = discarded.correctsApplicationId;
        if (corrected !== null && correctingDraft(database, corrected)) throw refusal('CONFLICT');
        setDiscarded(database, draftId, null);
        if (actor.officerId !== null) setOpenedBy(database, draftId, actor.officerId);
        audit.append(database, { action: 'draft-restored', outcome: 'done', subjectId: draftId, ...actor });
        return { ...discarded, discardedAt: null };
      });
      changed(draftId);
      return present(openDraft(row, catalogs));
    },
  };
}
