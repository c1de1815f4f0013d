/** One change of a meeting's log, as far as it matters for telling what somebody did. */
export interface LoggedChange {
  /** ISO 8601. */
  at: string;
  /** Null: the clock. */
  who: string | null;
  entity: string;
  verb: string;
}

/** What somebody did in one go. */
export interface Act<Change> {
  /** The change that says the most of it. */
  lead: Change;
  /** All of it, newest first. */
  changes: readonly Change[];
  /** How many things the lead's verb was done to. */
  count: number;
}

/** Changes of one transaction are written within this time of each other, in ms; nobody does two things as fast. */
const ONE_GO_MS = 1_000;
/** Taking an item off also renumbers the rest: of what is done in one go, the first of these is what was meant. */
const MEANT = [
  'cancelled',
  'convened',
  'laid',
  'divided',
  'dropped',
  'removed',
  'added',
  'brought over',
  'fitted',
  'focused',
  'changed',
  'moved',
];
const weight = (verb: string): number => (MEANT.includes(verb) ? MEANT.indexOf(verb) : MEANT.length);

/**
 * Gathers what was done in one go, so that moving one item past ten is told once.
 * @param changes newest first
 * @returns the acts, newest first; every change is in exactly one
 */
export function actsOf<Change extends LoggedChange>(changes: readonly Change[]): Act<Change>[] {
  const goes: Change[][] = [];
  for (const change of changes) {
    const go = goes.at(-1);
    const last = go?.at(-1);
    if (last && last.who === change.who && Date.parse(last.at) - Date.parse(change.at) <= ONE_GO_MS) go!.push(change);
    else goes.push([change]);
  }
  return goes.map((go) => {
    const lead = go.toSorted((a, b) => weight(a.verb) - weight(b.verb))[0]!;
    return {
      lead,
      changes: go,
      count: go.filter((one) => one.verb === lead.verb && one.entity === lead.entity).length,
    };
  });
}
