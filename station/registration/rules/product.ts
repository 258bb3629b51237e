import type { Product } from '../../../contract/domain/catalog.ts';
import { ageOn, isCalendarDate } from '../../clock/calendar.ts';
import { block, type Finding, type RuleContext } from './finding.ts';
import { MARRIED, subjectText } from './subject.ts';

/** A ten-year passport is for those of age or married (Permenkumham 18/2022 art. 2A). */
export function judgeProduct(product: Product, context: RuleContext): Finding[] {
  const birthDate = subjectText(context, 'birthDate');
  if (!isCalendarDate(birthDate) || subjectText(context, 'maritalStatus') === MARRIED) return [];
  return ageOn(birthDate, context.today) < product.minimumAge
    ? [block('product-age', { minimum: product.minimumAge })]
    : [];
}
