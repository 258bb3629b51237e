import { implementer } from '../rpc/implementer.ts';
import type { PrintingCapability } from './create-printing.ts';

export function printingRoutes(printing: PrintingCapability) {
  const { printing: os } = implementer;
  return os.router({
    jobs: os.jobs.handler(({ input }) => printing.page(input.after, input.limit)),
    job: os.job.handler(({ input }) => printing.job(input.jobId)),
    open: os.open.handler(() => printing.open()),
    answerUncertain: os.answerUncertain.handler(({ input }) =>
      printing.answerUncertain(input.jobId, input.cameOut),
    ),
    retry: os.retry.handler(({ input }) => printing.retry(input.jobId)),
    reprint: os.reprint.handler(({ input }) => printing.reprint(input.jobId, input.newJobId, input.reason)),
  });
}
