import type { Caller } from '../world.ts';

/** All of a hit, as a screen asks for it. */
export const SEARCH = `query($text: String!, $kinds: [String!], $teamId: ID, $schoolYear: String, $after: String) {
  search(text: $text, kinds: $kinds, teamId: $teamId, schoolYear: $schoolYear, after: $after) {
    cursor
    hits { id kind objectId meetingId meetingTitle meetingState state outcome at teamId teamName schoolName schoolYear
      title { text isMatch } fragment { text isMatch } noteFragment { text isMatch } }
  }
}`;

export interface Hit {
  kind: string;
  objectId: string;
  title: { text: string; isMatch: boolean }[];
  fragment: Hit['title'] | null;
  noteFragment: Hit['title'] | null;
}

/** One page of what somebody finds. */
export async function searchFor(
  caller: Caller,
  text: string,
  more: Record<string, unknown> = {},
): Promise<{ hits: Hit[]; cursor: string | null }> {
  const { search } = await caller.ask(SEARCH, { text, ...more });
  return search as { hits: Hit[]; cursor: string | null };
}

/** What is found, each as its kind and its id. */
export const found = async (caller: Caller, text: string, more: Record<string, unknown> = {}): Promise<string[]> =>
  (await searchFor(caller, text, more)).hits.map(({ kind, objectId }) => `${kind} ${objectId}`);

export const wordsOf = (pieces: Hit['title'] | null): string => (pieces ?? []).map(({ text }) => text).join('');
export const marked = (pieces: Hit['title'] | null): string[] =>
  (pieces ?? []).filter(({ isMatch }) => isMatch).map(({ text }) => text);
