import { useTranslation } from 'react-i18next';
import type { CarryProblem } from '../../../contract/station/hand-carry.ts';
import { Banner } from '../../design/Banner.tsx';
import { useErrorWords } from '../../system/error-words.ts';

/** Why nothing was written, and what helps. */
export function CarryTrouble({ problem, error }: { problem: CarryProblem | null; error: unknown }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  if (problem === null) return <Banner tone="bad" role="alert" title={errorWords(error)} />;
  return (
    <Banner
      tone={problem === 'nothing-waiting' ? 'neutral' : 'bad'}
      role="alert"
      title={t(`carry.problem.${problem}`)}
    >
      {t(`carry.problemHelp.${problem}`)}
    </Banner>
  );
}
