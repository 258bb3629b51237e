import type { Field } from '../../contract/domain/form.ts';
import { ReadIdentityCard } from '../cards/ReadIdentityCard.tsx';
import { classNames } from '../design/class-names.ts';
import styles from './FieldsStep.module.css';
import { FieldControl } from './fields/FieldControl.tsx';
import type { FieldStepProps } from './StepScreen.tsx';
import { visibleFields } from './visible-fields.ts';

/** Field types that need the whole width; the others may stand two abreast. */
const WIDE = new Set<Field['type']>(['full-name', 'mrz', 'village', 'choice', 'confirmation']);

/** A step made of fields. */
export function FieldsStep({ step, service, draft, values, unsaved, autosave, showMissing }: FieldStepProps) {
  return (
    <div className={styles.fields}>
      {visibleFields(step, values).map((field) => (
        <div key={field.key} className={classNames(styles.place, WIDE.has(field.type) && styles.wide)}>
          <FieldControl
            field={field}
            draft={draft}
            value={values[field.key] ?? null}
            unsaved={unsaved.has(field.key)}
            autosave={autosave}
            showMissing={showMissing}
          />
        </div>
      ))}
      {step.fields.some(({ type }) => type === 'nik') ? (
        <div className={classNames(styles.wide)}>
          <ReadIdentityCard draft={draft} service={service} />
        </div>
      ) : null}
    </div>
  );
}
