import { useTranslation } from 'react-i18next';
import type { Service } from '../../contract/domain/catalog.ts';
import type { Issue } from '../../contract/domain/issue.ts';
import { Button } from '../design/Button.tsx';
import { useIssueWords } from '../flow/issue-words.ts';
import { useLocalized } from '../system/language.ts';
import styles from './IssueList.module.css';

/** Each issue with what it is about and a way to it. */
export function IssueList({
  issues,
  service,
  goToStep,
}: {
  issues: readonly Issue[];
  service: Service;
  goToStep: (key: string) => void;
}) {
  const { t } = useTranslation();
  const local = useLocalized();
  const issueWords = useIssueWords();
  const fields = service.steps.flatMap((step) => step.fields);
  const names = new Map([
    ...service.steps.map(({ key, title }) => [key, local(title)] as const),
    ...fields.map(({ key, label }) => [key, local(label)] as const),
    ...service.requirements.flatMap(({ key, name, pages }) => [
      [key, local(name)] as const,
      ...pages.map((page) => [page.key, `${local(name)}: ${local(page.name)}`] as const),
    ]),
  ]);
  return (
    <ul className={styles.list}>
      {issues.map((issue) => {
        // A statement to agree to is a sentence and ends with its own full stop.
        const name = (names.get(issue.at) ?? issue.at).replace(/\.$/, '');
        return (
          <li key={`${issue.at} ${issue.code}`} className={styles.issue}>
            <span>
              <b>{name}.</b>{' '}
              {issueWords(
                issue,
                fields.find(({ key }) => key === issue.at),
              )}
            </span>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('closing.changeOf', { name })}
              onPress={() => goToStep(issue.step)}
            >
              {t('closing.open')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
