/** Name of the form the remarks beside the data belong to; it stands apart from them on the page. */
export const SEND_BACK_FORM = 'kembalikan';
/** Before the key of what a remark is about, in the form's field names. */
export const REMARK_PREFIX = 'catatan:';
