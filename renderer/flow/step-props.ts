import type { Service } from '../../contract/domain/catalog.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import type { FieldValue, Step } from '../../contract/domain/form.ts';

/** What the flow gives to a step with a screen of its own (documents, photo, signature, consent, review). */
export interface StepProps {
  readonly draft: Draft;
  readonly service: Service;
  readonly step: Step;
  /**
   * True once the officer pressed "next" here or came back from the review: only then is something missing said as an
   * error.
   */
  readonly showMissing: boolean;
  /** Tell the flow about every `Draft` a command answered with. Older revisions than the one shown are ignored. */
  readonly onChanged: (draft: Draft) => void;
  /** Saves field values through the flow's autosave, as on the `fields` steps. */
  readonly saveValues: (values: Readonly<Record<string, FieldValue>>) => void;
  readonly goToStep: (key: string) => void;
  /** The review step calls it once `submit` was answered; the flow then shows `SubmittedScreen`. */
  readonly onSubmitted: (submitted: Submitted) => void;
  /** Resolves when everything typed so far is durable, rejects when a try fails. Await before `submit`. */
  readonly flush: () => Promise<void>;
}

export interface Submitted {
  readonly applicationId: string;
  readonly printJobId: string;
}

/** Props of `renderer/closing/SubmittedScreen.tsx`. */
export interface SubmittedProps extends Submitted {
  readonly service: Service;
  /** Back to the home screen. */
  readonly onDone: () => void;
}
