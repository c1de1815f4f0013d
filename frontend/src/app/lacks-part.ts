/** As Chromium, Firefox, Safari and Vite say that a script or a style could not be fetched. */
const LACKS =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|is not a valid JavaScript MIME type/i;

/** Whether a page fails because a part of it could not be fetched: after a new build the old one's parts are gone. */
export const lacksPart = (error: unknown): boolean => error instanceof Error && LACKS.test(error.message);
