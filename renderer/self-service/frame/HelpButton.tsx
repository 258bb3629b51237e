import { useMutation, useQuery } from '@tanstack/react-query';
import { HandHelping } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useUnattended } from '../../system/attendance.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { useStation } from '../../system/station-context.tsx';

/** Calls an officer to the screen; stands on every screen at the same place. Says when one comes where nobody is there. */
export const HelpButton = memo(function HelpButton() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [told, setTold] = useState(false);
  const unattended = useUnattended();
  const asked = useQuery(queries.selfService.help.queryOptions()).data;
  const onError = (error: unknown) => notify({ tone: 'bad', text: errorWords(error) });
  const ask = useMutation(
    queries.selfService.askForHelp.mutationOptions({ onSuccess: () => setTold(true), onError }),
  );
  const take = useMutation(
    queries.selfService.endHelp.mutationOptions({ onSuccess: () => setTold(false), onError }),
  );
  if (unattended) return <p>{t('self.officerComes', { when: unattended.opens })}</p>;
  return (
    <>
      <Button
        variant={asked ? 'secondary' : 'primary'}
        icon={HandHelping}
        busy={ask.isPending}
        onPress={() => ask.mutate({})}
      >
        {asked ? t('self.helpComing') : t('self.askForHelp')}
      </Button>
      <Dialog
        isOpen={told}
        onClose={() => setTold(false)}
        title={t('self.helpTitle')}
        actions={
          <>
            <Button busy={take.isPending} onPress={() => take.mutate({})}>
              {t('self.helpNotNeeded')}
            </Button>
            <Button variant="primary" onPress={() => setTold(false)}>
              {t('self.helpGoOn')}
            </Button>
          </>
        }
      >
        <p>{t('self.helpWords')}</p>
      </Dialog>
    </>
  );
});
