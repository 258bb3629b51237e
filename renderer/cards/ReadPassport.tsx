import { Nfc } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../contract/domain/draft.ts';
import { Button } from '../design/Button.tsx';
import { useIsPlugged } from './card-readers.ts';
import { PassportDialog } from './PassportDialog.tsx';

/** The way to the passport's chip; not there without a reader. `lines` is the whole MRZ, or null. */
export function ReadPassport({ draft, lines }: { draft: Draft; lines: string | null }) {
  const { t } = useTranslation();
  const isPlugged = useIsPlugged('smart-card-reader');
  const [open, setOpen] = useState(false);
  if (!isPlugged && !open) return null;
  return (
    <div>
      <Button icon={Nfc} variant={lines === null ? 'secondary' : 'primary'} onPress={() => setOpen(true)}>
        {t('card.readPassport')}
      </Button>
      {open ? <PassportDialog draft={draft} lines={lines} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
