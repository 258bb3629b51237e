import { useMutation, useQuery } from '@tanstack/react-query';
import { HandHelping } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { useNotices } from '../design/Notices.tsx';
import { useErrorWords } from '../system/error-words.ts';
import { useFormat } from '../system/language.ts';
import { useStation } from '../system/station-context.tsx';

/** Somebody at the touchscreen asks for the officer; said on every page of the desk until somebody goes. */
export function HelpBanner() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const help = useQuery(queries.selfService.help.queryOptions()).data;
  const end = useMutation(
    queries.selfService.endHelp.mutationOptions({
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  if (!help) return null;
  return (
    <Banner
      tone="warn"
      icon={HandHelping}
      role="alert"
      title={t('feedback.helpAsked', { time: format.time(help.askedAt) })}
      action={
        <Button size="small" busy={end.isPending} onPress={() => end.mutate({})}>
          {t('feedback.helpGoing')}
        </Button>
      }
    />
  );
}
