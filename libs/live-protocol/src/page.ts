/**
 * Whose page it is, said with every question over HTTP once the page knows: the person's id. Its socket says the same in its
 * handshake (`auth.person`). Under another's session such a page is refused everything (`ANOTHER_PERSON`).
 */
export const PERSON_HEADER = 'x-pejling-person';

/** Why a file was refused, in the codes of backend/src/platform/errors.ts; its body says so in words. */
export const REFUSAL_HEADER = 'x-pejling-refusal';
