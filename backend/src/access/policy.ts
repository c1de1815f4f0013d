import { ATTENDING, LEADS_MEETING, ROOM_SCREEN, VIEWER_BITS, type Viewer } from './viewer-column.ts';

/**
 * How a viewer gets the thing, in the words of visibility.csv. `leads` narrows a member's right to whoever leads the
 * meeting or the team; the table has no column for it, because it is about doing, not seeing.
 */
export type Cell =
  | 'yes'
  | 'own'
  | 'attending'
  | 'leads'
  | 'week'
  | 'tables'
  | 'basic'
  | 'own teams'
  | 'own school'
  | 'copy'
  | 'covered'
  | 'count'
  | 'distribution'
  | 'if the team chose names';

export interface AbilityRule {
  /** Who may, in one sentence that the page "Hvem kan se dette?" could read aloud to an engineer. */
  sentence: string;
  /** The row of visibility.csv this implements; absent for what is done rather than seen. */
  row?: string;
  viewers: Partial<Record<Viewer, Cell>>;
  /** Also shown on the screen in the room, while the meeting is lent to it; never more than a guest who attends may see. */
  onRoomScreen?: true;
}

export interface Ability extends AbilityRule {
  name: string;
  /** Held at once by any of these bits. */
  plainMask: number;
  /** Held by these only while attending. */
  attendingMask: number;
  /** Held by these only when leading the meeting or the team. */
  leadsMask: number;
}

const abilities = new Map<string, Ability>();

/** Open to whoever asks, signed in or not: the sign-in page and what it needs. */
export const ANYONE = 'anyone';
/** Asked of the session alone; what is answered is the viewer's own or filtered row by row. */
export const SIGNED_IN_ABILITY = 'signed in';

/**
 * Declares what may be done with a noun and by whom. Everything that is not declared is denied.
 * @returns the names, so that a misspelt ability is a type error
 */
export function policy<Name extends string>(rules: Record<Name, AbilityRule>): { [K in Name]: K } {
  const names = {} as { [K in Name]: K };
  for (const [name, rule] of Object.entries<AbilityRule>(rules) as [Name, AbilityRule][]) {
    if (abilities.has(name)) throw new Error(`The ability ${name} is declared twice`);
    const mask = (...cells: Cell[]) =>
      Object.entries(rule.viewers).reduce(
        (sum, [viewer, cell]) => (cells.includes(cell) ? sum | VIEWER_BITS[viewer as Viewer] : sum),
        0,
      );
    abilities.set(name, {
      ...rule,
      name,
      plainMask:
        mask(
          'yes',
          'own',
          'week',
          'tables',
          'basic',
          'own teams',
          'own school',
          'copy',
          'covered',
          'count',
          'distribution',
          'if the team chose names',
        ) | (rule.onRoomScreen ? ROOM_SCREEN : 0),
      attendingMask: mask('attending'),
      leadsMask: mask('leads'),
    });
    names[name] = name;
  }
  return names;
}

/** @returns undefined for a name that no policy declares, which the boot check treats as a fault */
export const abilityNamed = (name: string): Ability | undefined => abilities.get(name);

export const allAbilities = (): Ability[] => [...abilities.values()];

/**
 * The one rule: do the bits a row brought hold the ability?
 * @param relation the sum of viewer bits from SQL (`_rel`)
 */
export function holds(ability: Ability, relation: number): boolean {
  return (
    (relation & ability.plainMask) !== 0 ||
    ((relation & ATTENDING) !== 0 && (relation & ability.attendingMask) !== 0) ||
    ((relation & LEADS_MEETING) !== 0 && (relation & ability.leadsMask) !== 0)
  );
}

/** The names of what a relation holds, for the client: of the nouns asked for. */
export function abilitiesHeld(relation: number, prefixes: readonly string[]): string[] {
  return allAbilities()
    .filter((ability) => prefixes.some((prefix) => ability.name.startsWith(prefix)) && holds(ability, relation))
    .map((ability) => ability.name);
}
