import { useQuery } from '@tanstack/react-query';
import { PrintQuestion } from '../closing/PrintQuestion.tsx';
import { useStation } from '../system/station-context.tsx';

/** Papers nobody can vouch for, and papers that did not print: each asks the officer once. */
export function PrintQuestions() {
  const { queries } = useStation();
  const open = useQuery(queries.printing.open.queryOptions()).data;
  return open?.map((job) => <PrintQuestion key={job.id} job={job} />);
}
