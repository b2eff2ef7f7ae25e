/** What one form may bring. Pictures have the limits of photographs on top (src/config.ts, server/media/limits.ts). */
export const MAX_FILES = 10;
export const MAX_PDF_BYTES = 10 * 1024 * 1024;
/** All files of one form together; the form around them must fit under `actionBodySizeLimit` too. */
export const MAX_FORM_FILES_BYTES = 60 * 1024 * 1024;
/** Objects packed in a PDF are opened to be looked at; more than this is a bomb. */
export const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
