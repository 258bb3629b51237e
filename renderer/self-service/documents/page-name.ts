import type { Service } from '../../../contract/domain/catalog.ts';
import type { Localized } from '../../../contract/domain/localized.ts';

/** A page of a document as it is called: `Paspor lama, halaman data`; of a document with one page the document alone. */
export function pageName(service: Service, page: string, local: (text: Localized) => string): string {
  const requirement = service.requirements.find(({ pages }) => pages.some(({ key }) => key === page));
  const found = requirement?.pages.find(({ key }) => key === page);
  if (!requirement || !found) return page;
  const document = local(requirement.name);
  return requirement.pages.length === 1 ? document : `${document}, ${local(found.name).toLowerCase()}`;
}
