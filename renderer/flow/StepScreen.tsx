import { DocumentsStep } from '../capture/DocumentsStep.tsx';
import { PhotoStep } from '../capture/PhotoStep.tsx';
import { SignatureStep } from '../capture/SignatureStep.tsx';
import { ConsentStep } from '../closing/ConsentStep.tsx';
import { ReviewStep } from '../closing/ReviewStep.tsx';
import type { Autosave, Values } from './autosave.ts';
import { FieldsStep } from './FieldsStep.tsx';
import { ProductStep } from './ProductStep.tsx';
import type { StepProps } from './step-props.ts';

export interface FieldStepProps extends StepProps {
  /** What is typed, over what the station knows. */
  readonly values: Values;
  readonly unsaved: ReadonlySet<string>;
  readonly autosave: Autosave;
}

/** The screen of a step, by the kind the catalog gives it. */
export function StepScreen({ values, unsaved, autosave, ...props }: FieldStepProps) {
  const fields = { values, unsaved, autosave };
  switch (props.step.kind) {
    case 'fields':
      return <FieldsStep {...props} {...fields} />;
    case 'product':
      return <ProductStep {...props} {...fields} />;
    case 'documents':
      return <DocumentsStep {...props} />;
    case 'photo':
      return <PhotoStep {...props} />;
    case 'signature':
      return <SignatureStep {...props} />;
    case 'consent':
      return <ConsentStep {...props} />;
    case 'review':
      return <ReviewStep {...props} />;
  }
}
