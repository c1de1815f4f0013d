/** What can be found. */
export const SEARCH_KINDS = ['MEETING', 'ITEM', 'NOTE', 'DECISION', 'ACTION', 'MINUTES', 'MATERIAL'] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];
