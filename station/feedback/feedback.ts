import { randomInt } from 'node:crypto';
import { type Complaint, type ComplaintKind, formatComplaintCode } from '../../contract/domain/complaint.ts';
import type { Language } from '../../contract/domain/localized.ts';
import type { PrintState } from '../../contract/domain/print.ts';
import {
  type SatisfactionScore,
  type SurveyAnswers,
  satisfactionIndex,
} from '../../contract/domain/satisfaction.ts';
import type { FeedbackMonth } from '../../contract/station/feedback.ts';
import type { Audit } from '../audit/audit.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Actor } from '../registration/actor.ts';
import type { Printing, SlipPaper } from '../registration/ports.ts';
import { badRequest, refusal } from '../rpc/refusal.ts';
import { slipWords } from '../self-service/slip-words.ts';
import type { ReadableDatabase, Store, WritableDatabase } from '../store/database.ts';
import type { Page } from '../store/page.ts';
import {
  addRating,
  addSurvey,
  complaintPage,
  complaintPrintJob,
  countOpenComplaints,
  feedbackMonths,
  findComplaint,
  insertComplaint,
  ratingCounts,
  readComplaint,
  setAnswer,
  surveySums,
} from '../store/tables/feedback.ts';
import { queueFeedback, requeueFeedback } from '../store/tables/feedback-outbox.ts';
import { type ComplaintMediaStore, createComplaintMedia } from './complaint-media.ts';

export interface FeedbackDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly audit: Audit;
  readonly catalogs: Catalogs;
  readonly printing: Printing;
  readonly stationName: () => string;
}

export interface ComplainInput {
  readonly id: string;
  readonly printJobId: string;
  readonly kind: ComplaintKind;
  /** Empty only beside media. */
  readonly text: string;
  readonly mediaIds: readonly string[];
  readonly language: Language;
}

/** What citizens say of the service. Every method may throw `StoreError`. */
export interface Feedback {
  readonly media: ComplaintMediaStore;
  rate(id: string, score: SatisfactionScore): void;
  survey(id: string, answers: SurveyAnswers): void;
  /** Repeating the id answers the same code; `CONFLICT` for other words under it, `BAD_REQUEST` for nothing at all. */
  complain(input: ComplainInput, actor: Actor): { code: string; print: PrintState };
  /** Null when this station did not give the code. */
  find(code: string): Complaint | null;
  months(): FeedbackMonth[];
  complaints(after: string | null, limit: number): Page<Complaint> & { open: number };
  /** Throws `NOT_FOUND`. */
  answer(id: string, answer: string, actor: Actor): Complaint;
}

const MOST_MONTHS = 12;
const CODE_CHARACTERS = 8;
const CODE_ALPHABET = 32;

export function createFeedback(dependencies: FeedbackDependencies): Feedback {
  const { store, clock, events, audit, catalogs, printing, stationName } = dependencies;
  const media = createComplaintMedia(store, clock);
  const month = () => dayInWib(clock.now()).slice(0, 7);
  const changed = () => events.publish({ type: 'feedback-changed' });

  function newCode(database: ReadableDatabase): string {
    for (;;) {
      const code = formatComplaintCode(
        Array.from({ length: CODE_CHARACTERS }, () => randomInt(CODE_ALPHABET)),
      );
      if (findComplaint(database, code) === null) return code;
    }
  }

  function known(database: ReadableDatabase, input: ComplainInput) {
    const complaint = readComplaint(database, input.id);
    if (!complaint) return null;
    if (complaint.kind !== input.kind || complaint.text !== input.text) throw refusal('CONFLICT');
    const print = printing.find(database, complaintPrintJob(database, input.id) ?? '');
    if (!print) throw new RangeError('a complaint without its paper');
    return { code: complaint.code, print: print.state, isNew: false };
  }

  function receive(database: WritableDatabase, input: ComplainInput, actor: Actor) {
    const at = clock.now();
    const code = newCode(database);
    const { id, kind, text, mediaIds, language, printJobId } = input;
    if (text === '' && mediaIds.length === 0) throw badRequest([{ at: 'text', code: 'nothing-said' }]);
    media.send(database, id, mediaIds, at);
    insertComplaint(
      database,
      { id, code, kind, text, sentAt: at, answer: null, answeredAt: null },
      printJobId,
    );
    queueFeedback(database, 'complaint', id);
    const request = { id: printJobId, subjectId: id, label: code, document: slip(kind, code, language, at) };
    const print = printing.enqueue(database, request, at);
    audit.append(database, { action: 'complaint-received', outcome: kind, subjectId: id, ...actor });
    return { code, print: print.state, isNew: true };
  }

  /** Without the citizen's words: a paper is found by others. */
  function slip(kind: ComplaintKind, code: string, language: Language, at: number): SlipPaper {
    const words = slipWords(language);
    const channels = catalogs.current().catalog.complaintChannels;
    return {
      kind: 'slip',
      language,
      title: words.text(kind === 'complaint' ? 'complaintTitle' : 'suggestionTitle'),
      code,
      sections: [
        { heading: null, lines: [words.text('codeUse')] },
        {
          heading: words.text('lapor'),
          lines: channels.map(({ name, explanation }) => `${name}. ${words.of(explanation)}`),
        },
      ],
      stationName: stationName(),
      printedAt: at,
    };
  }

  return {
    media,
    rate(id, score) {
      store.transaction((database) => {
        addRating(database, id, month(), score);
        queueFeedback(database, 'rating', id);
      });
      changed();
    },
    survey(id, answers) {
      store.transaction((database) => {
        addSurvey(database, id, month(), answers);
        queueFeedback(database, 'survey', id);
      });
      changed();
    },
    complain(input, actor) {
      const { isNew, ...answer } = store.transaction(
        (database) => known(database, input) ?? receive(database, input, actor),
      );
      if (isNew) {
        changed();
        if (input.mediaIds.length > 0) events.publish({ type: 'outbox-changed' });
        events.publish({ type: 'printing-changed' });
        printing.wake();
      }
      return answer;
    },
    find: (code) => findComplaint(store.read, code),
    months: () => feedbackMonths(store.read, MOST_MONTHS).map((each) => readMonth(store.read, each)),
    complaints: (after, limit) => ({
      ...complaintPage(store.read, after, limit),
      open: countOpenComplaints(store.read),
    }),
    answer(id, answer, actor) {
      const complaint = store.transaction((database) => {
        setAnswer(database, id, answer, clock.now());
        const answered = readComplaint(database, id);
        if (!answered) throw refusal('NOT_FOUND');
        requeueFeedback(database, 'complaint', id);
        audit.append(database, { action: 'complaint-answered', outcome: 'done', subjectId: id, ...actor });
        return answered;
      });
      changed();
      return complaint;
    },
  };
}

function readMonth(database: ReadableDatabase, month: string): FeedbackMonth {
  const counts = ratingCounts(database, month);
  const pressed = (score: number) => counts.find((count) => count.score === score)?.n ?? 0;
  const sums = surveySums(database, month);
  return {
    month,
    touches: [pressed(1), pressed(2), pressed(3), pressed(4)],
    survey: sums ? satisfactionIndex(sums, sums.n) : null,
  };
}
