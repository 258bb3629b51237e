import type { Service } from '../../contract/domain/catalog.ts';
import type { DocumentAnswers } from '../../contract/domain/draft.ts';
import type { FieldValue } from '../../contract/domain/form.ts';
import type { CitizenDraft } from '../../contract/station/self-service.ts';
import { type Catalogs, findService } from '../catalog/catalogs.ts';
import type { Regions } from '../catalog/regions.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import { requireService } from '../registration/begin-draft.ts';
import { checkValues } from '../registration/check-values.ts';
import { judgeDraft } from '../registration/judge.ts';
import { readValues } from '../registration/open-draft.ts';
import { examinePicture, type NewPicture } from '../registration/pictures/examine-picture.ts';
import { badRequest, refusal } from '../rpc/refusal.ts';
import type { ReadableDatabase, Store, WritableDatabase } from '../store/database.ts';
import {
  type CitizenDraftRow,
  citizenPictureKinds,
  deleteCitizenDraft,
  deleteOtherCitizenDrafts,
  readCitizenDraft,
  replaceCitizenPicture,
  writeCitizenDraft,
} from '../store/tables/citizen-drafts.ts';
import { readDraft } from '../store/tables/drafts.ts';
import { askedFields } from './asked-fields.ts';

/**
 * Far longer than the touchscreen waits for a sign of life before it ends a visit itself, so that only what a crashed page
 * left behind is ever forgotten by this.
 */
const LEFT_BEHIND_MILLISECONDS = 15 * 60_000;

export interface CitizenDraftsDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly catalogs: Catalogs;
  readonly regions: Regions;
  readonly failed: (error: unknown) => void;
}

export interface CitizenAnswers {
  readonly draftId: string;
  readonly serviceKey: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly documentAnswers?: DocumentAnswers | undefined;
}

/** What one citizen fills in alone. Every method that changes it answers after the commit and may throw `StoreError`. */
export interface CitizenDrafts {
  /**
   * Begins the draft, or adds to it; a draft another citizen left goes. `BAD_REQUEST` for anything the form does not ask
   * here, `CONFLICT` when the id is another service's or belongs to a ticket.
   */
  save(answers: CitizenAnswers): CitizenDraft;
  /** `NOT_FOUND` without a draft, `BAD_PICTURE`, `BAD_REQUEST` for a page the service does not want. */
  addPicture(draftId: string, picture: NewPicture): CitizenDraft;
  drop(draftId: string): void;
  close(): void;
}

export function createCitizenDrafts(dependencies: CitizenDraftsDependencies): CitizenDrafts {
  const { store, clock, catalogs, regions, failed } = dependencies;
  let cancel: Cancel = clock.after(LEFT_BEHIND_MILLISECONDS, forgetLeftBehind);

  function forgetLeftBehind(): void {
    try {
      store.transaction((database) => deleteOtherCitizenDrafts(database, null));
    } catch (error) {
      failed(error);
    }
  }

  function touched(): void {
    cancel();
    cancel = clock.after(LEFT_BEHIND_MILLISECONDS, forgetLeftBehind);
  }

  function present(row: CitizenDraftRow): CitizenDraft {
    const service = serviceOf(row);
    const values = readValues(row.values);
    const pictures = citizenPictureKinds(store.read, row.id);
    const asked = new Set(askedFields(service).map(({ key }) => key));
    const state = {
      service,
      values,
      pictures: new Set(pictures),
      leftForOffice: [],
      readings: [],
      correction: null,
    };
    const issues = judgeDraft(state, regions, dayInWib(clock.now())).filter(({ at }) => asked.has(at));
    return { values, issues, pictures };
  }

  function serviceOf(row: CitizenDraftRow): Service {
    const service = findService(catalogs.ofVersion(row.catalogVersion), row.serviceKey);
    if (!service) throw new RangeError(`catalog ${row.catalogVersion} has no ${row.serviceKey}`);
    return service;
  }

  function known(database: ReadableDatabase, { draftId, serviceKey }: CitizenAnswers): CitizenDraftRow {
    const row = readCitizenDraft(database, draftId);
    if (row && row.serviceKey !== serviceKey) throw refusal('CONFLICT');
    if (row) return row;
    if (readDraft(database, draftId)) throw refusal('CONFLICT');
    const { catalog } = catalogs.current();
    requireService(catalog, serviceKey);
    return {
      id: draftId,
      serviceKey,
      catalogVersion: catalog.version,
      values: '{}',
      documentAnswers: '{}',
      savedAt: clock.now(),
    };
  }

  function write(database: WritableDatabase, answers: CitizenAnswers): CitizenDraftRow {
    const row = known(database, answers);
    expectAsked(serviceOf(row), answers);
    deleteOtherCitizenDrafts(database, row.id);
    const next = {
      ...row,
      values: JSON.stringify({ ...readValues(row.values), ...answers.values }),
      documentAnswers: answers.documentAnswers
        ? JSON.stringify(answers.documentAnswers)
        : row.documentAnswers,
      savedAt: clock.now(),
    };
    writeCitizenDraft(database, next);
    return next;
  }

  return {
    save(answers) {
      const row = store.transaction((database) => write(database, answers));
      touched();
      return present(row);
    },
    addPicture(draftId, picture) {
      const stored = examinePicture(picture, clock.now());
      const row = store.transaction((database) => {
        const draft = readCitizenDraft(database, draftId);
        if (!draft) throw refusal('NOT_FOUND');
        const pages = serviceOf(draft).requirements.flatMap((requirement) => requirement.pages);
        if (!pages.some(({ key }) => key === picture.kind))
          throw badRequest([{ at: 'kind', code: 'unknown-kind' }]);
        replaceCitizenPicture(database, draftId, stored);
        return draft;
      });
      touched();
      return present(row);
    },
    drop(draftId) {
      store.transaction((database) => deleteCitizenDraft(database, draftId));
    },
    close: () => cancel(),
  };
}

function expectAsked(service: Service, { values, documentAnswers = {} }: CitizenAnswers): void {
  const asked = new Set(askedFields(service).map(({ key }) => key));
  const requirements = new Set(service.requirements.map(({ key }) => key));
  const problems = [
    ...checkValues(service, values),
    ...Object.keys(values).flatMap((at) => (asked.has(at) ? [] : [{ at, code: 'not-asked-here' }])),
    ...Object.keys(documentAnswers).flatMap((at) =>
      requirements.has(at) ? [] : [{ at, code: 'unknown-requirement' }],
    ),
  ];
  if (problems.length > 0) throw badRequest(problems);
}
