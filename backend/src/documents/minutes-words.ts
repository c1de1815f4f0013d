// What stands in printed minutes beside the team's own words. As frontend/src/minutes says it on the screen; a document is Danish
// whoever fetches it, for it is the school's and not the reader's.

const ROLES: Record<string, string> = {
  FACILITATOR: 'mødeleder',
  NOTE_TAKER: 'referent',
  TIMEKEEPER: 'tidsholder',
  FOCUS_PERSON: 'fokusperson',
  INTERVIEWER: 'interviewer',
  OBSERVER: 'observatør',
  PRESENTER: 'oplægsholder',
};

const KINDS: Record<string, string> = { TRIAL: 'Prøvehandling', TASK: 'Opgave' };

const OUTCOMES: Record<string, string> = {
  DISCUSSED: 'Drøftet, ingen aftale.',
  CARRIED: 'Går videre til næste møde.',
  PARKED: 'Parkeret.',
};

const WAYS: Record<string, string> = {
  ALL_PRESENT: 'af alle, der var til stede,',
  FACILITATOR: 'af mødelederen',
  TIME: 'efter fem skoledage uden indsigelser',
};

const STATES: Record<string, string> = {
  PROPOSED: 'foreslået',
  AGREED: 'aftalt',
  IN_PROGRESS: 'i gang',
  TRIED: 'afprøvet',
  ABANDONED: 'opgivet',
};

const CLOSED: Record<string, string> = { KEEP: 'fastholdt', ADJUST: 'justeret', STOP: 'stoppet' };

export const roleWords = (role: string): string => ROLES[role] ?? role.toLowerCase();
export const kindWords = (kind: string): string => KINDS[kind] ?? 'Aftale';
export const wayWords = (way: string | null): string => WAYS[way ?? ''] ?? WAYS['FACILITATOR']!;

export function outcomeWords(outcome: string | null, reason: string | null): string {
  if (outcome === 'DROPPED') return reason ? `Sluppet: ${reason}` : 'Sluppet.';
  return OUTCOMES[outcome ?? ''] ?? '';
}

export const stateWords = (state: string, outcome: string | null): string =>
  state === 'CLOSED' ? (CLOSED[outcome ?? ''] ?? 'afsluttet') : (STATES[state] ?? 'opgivet');

export const WORDS = {
  minutes: 'Referat',
  when: 'Hvornår',
  present: 'Til stede',
  markers: 'Pejlemærker',
  marker: 'Pejlemærke',
  decision: 'Beslutning',
  meetingNote: 'Mødets noter',
  addition: 'Tilføjelse',
  additions: 'Tilføjelser',
  approved: 'Godkendt',
  draft: 'Udkast',
  open: 'Referatet er ikke godkendt endnu og kan stadig ændres.',
  proposed: 'Referatet er sendt til godkendelse og er ikke godkendt endnu.',
  done: 'Gjort',
  notDone: 'Ikke gjort',
  page: 'Side',
  of: 'af',
  shared: 'Delt referat',
  sharedOn: 'Delt med skoleledelsen',
  sharedWhat: 'Her står ikke, hvem der deltog, hvornår noget blev sagt, eller hvem der gør hvad.',
  theTeam: 'teamet',
};
