import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { HandCarryDialog } from './HandCarryDialog.tsx';

/** The way out without a line: by USB drive. */
export function HandCarryButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('carry.byDrive')}
      </Button>
      {isOpen ? <HandCarryDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
