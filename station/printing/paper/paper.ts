import { z } from 'zod';
import type { PrintJob } from '../../../contract/domain/print.ts';
import type { ReceiptDocument } from '../../../drivers/receipt-printer/receipt-document.ts';
import { missingCase } from '../../missing-case.ts';
import { receiptPaperSchema, slipPaperSchema, ticketPaperSchema } from '../../registration/ports.ts';
import type { PaperFrame } from './paper-frame.ts';
import { layOutReceipt } from './receipt-layout.ts';
import { layOutSlip } from './slip-layout.ts';
import { layOutTest, testPaperSchema } from './test-layout.ts';
import { layOutTicket } from './ticket-layout.ts';

/** Everything a paper says, as the ledger keeps it so that it can be printed again. */
export const paperSchema = z.discriminatedUnion('kind', [
  ticketPaperSchema,
  receiptPaperSchema,
  testPaperSchema,
  slipPaperSchema,
]);
export type Paper = z.infer<typeof paperSchema>;

/** The paper of a job as blocks a printer can be given. Pure. */
export function layOutPaper(
  paper: Paper,
  job: Pick<PrintJob, 'subjectId' | 'copy' | 'reprintReason'>,
  frame: PaperFrame,
): ReceiptDocument {
  switch (paper.kind) {
    case 'ticket':
      return { blocks: layOutTicket(paper, job.subjectId, frame) };
    case 'receipt':
      return { blocks: layOutReceipt(paper, job.reprintReason === null ? null : job.copy, frame) };
    case 'test':
      return { blocks: layOutTest(paper, frame) };
    case 'slip':
      return { blocks: layOutSlip(paper, frame) };
    default:
      return missingCase(paper);
  }
}
