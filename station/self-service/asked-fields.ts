import type { Service } from '../../contract/domain/catalog.ts';
import type { Field } from '../../contract/domain/form.ts';

/** What a citizen may fill in alone: the person and the product. Pictures have their own way; consent is an officer's to ask. */
export function askedFields(service: Service): readonly Field[] {
  return service.steps
    .filter(({ kind }) => kind === 'fields' || kind === 'product')
    .flatMap(({ fields }) => fields);
}
