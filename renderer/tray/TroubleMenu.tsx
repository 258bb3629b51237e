import { Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PracticeState } from '../../contract/station/practice.ts';
import { type TroubleChange, troubleChangeSchema } from '../../contract/station/practice-troubles.ts';
import { ChoiceMenu } from '../design/ChoiceMenu.tsx';
import { useStation } from '../system/station-context.tsx';
import type { SwitchesProps } from './Switches.tsx';

const NONE = 'none';

/** What can ail each device, in the order of the contract. */
const TROUBLES = new Map(
  troubleChangeSchema.options.map(
    ({ shape }) => [shape.device.value, shape.trouble.unwrap().options] as const,
  ),
);

/** What ails a device, to be made and to be taken back. */
export function TroubleMenu({
  device,
  state,
  change,
}: SwitchesProps & { readonly device: TroubleChange['device'] }) {
  const { t } = useTranslation();
  const { practice } = useStation().client;
  const { trouble }: PracticeState[TroubleChange['device']] = state[device];
  const keys = [NONE, ...(TROUBLES.get(device) ?? [])];
  return (
    <ChoiceMenu
      label={t(`tray.troubleOf.${device}`, { trouble: t(`tray.trouble.${trouble ?? NONE}`) })}
      icon={Wrench}
      choices={keys.map((key) => ({ key, label: t(`tray.trouble.${key}`) }))}
      value={trouble ?? NONE}
      onChoose={(key) => {
        const chosen = troubleChangeSchema.parse({ device, trouble: key === NONE ? null : key });
        change(() => practice.setTrouble(chosen));
      }}
    />
  );
}
