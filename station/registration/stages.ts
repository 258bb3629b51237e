/** Stage of an application central has not spoken of yet; every catalog has it. */
export const STORED_STAGE = 'stored-offline';
/** Stage in which central gives an application back; every catalog has it. */
export const RETURNED_STAGE = 'needs-correction';
