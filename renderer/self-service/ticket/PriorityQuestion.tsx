import {
  Accessibility,
  ArrowRight,
  Baby,
  HeartHandshake,
  type LucideIcon,
  PersonStanding,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newIdentifier } from '../../system/identifiers.ts';
import { useApplications } from '../application/applications.tsx';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import type { PriorityGroup } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';

/** Nobody in need of it comes first in the list, so that no answer says anything about whoever is watched giving it. */
const GROUPS: readonly { readonly group: PriorityGroup; readonly icon: LucideIcon }[] = [
  { group: 'none', icon: ArrowRight },
  { group: 'elderly', icon: PersonStanding },
  { group: 'disability', icon: Accessibility },
  { group: 'pregnant', icon: HeartHandshake },
  { group: 'small-child', icon: Baby },
];

/** Asked of everybody alike. The answer is neither printed nor shown in the hall. */
export function PriorityQuestion({ serviceKey, people }: { serviceKey: string; people: number }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { begun } = useApplications();
  return (
    <Question title={t('self.priorityTitle')} words={t('self.priorityWords')}>
      <Choices
        label={t('self.priorityTitle')}
        columns={2}
        choices={GROUPS.map(({ group, icon }) => ({
          key: group,
          icon,
          label: t(`self.priority.${group}`),
          onPress: () =>
            go({
              name: 'ticket',
              id: newIdentifier(),
              printJobId: newIdentifier(),
              serviceKey,
              people,
              priority: group,
              draftId: begun(serviceKey),
            }),
        }))}
      />
    </Question>
  );
}
