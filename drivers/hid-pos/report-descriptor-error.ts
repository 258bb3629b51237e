/** A report descriptor that breaks the rules, or that describes no report we can read. */
export class ReportDescriptorError extends Error {
  override readonly name = 'ReportDescriptorError';
}
