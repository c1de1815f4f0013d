import { idOf, type Chance } from './random.ts';
import { FIRST_NAMES, LAST_NAMES } from './texts/names.ts';
import type { Rows } from './write.ts';

export interface DemoPerson {
  id: string;
  name: string;
  initials: string;
}

export type MemberFunction = 'MEMBER' | 'COORDINATOR' | 'FACILITATOR';

const ASCII: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', Æ: 'Ae', Ø: 'Oe', Å: 'Aa' };

/** A name as it stands in an address. */
export const plain = (text: string): string =>
  text
    .replace(/[æøåÆØÅ]/g, (letter) => ASCII[letter]!)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** The staff of one place (a school or the municipality's office): names and initials that nobody else there has. */
export class Staff {
  private readonly names = new Set<string>();
  private readonly initials = new Set<string>();

  private readonly rows: Rows;
  private readonly municipality: { id: string; domain: string };
  private readonly place: { id: string | null; path: string };
  private readonly chance: Chance;

  constructor(
    rows: Rows,
    municipality: { id: string; domain: string },
    place: { id: string | null; path: string },
    chance: Chance,
  ) {
    this.rows = rows;
    this.municipality = municipality;
    this.place = place;
    this.chance = chance;
  }

  /** Employs somebody whose name is given. */
  named(name: string, professions: string[], initials?: string): DemoPerson {
    const short = initials ?? this.freeInitials(name);
    this.initials.add(short);
    this.names.add(name);
    const path = `${this.place.path}/${plain(name)}`;
    const person: DemoPerson = { id: idOf(`person/${path}`), name, initials: short };
    this.rows.add('person', {
      id: person.id,
      municipality_id: this.municipality.id,
      school_id: this.place.id,
      display_name: name,
      initials: short,
      professions,
      email: `${plain(name)}@${this.municipality.domain}`,
      uniid: `demo-${person.id.slice(0, 8)}`,
    });
    return person;
  }

  /** Employs somebody by chance. */
  anybody(professions: string[]): DemoPerson {
    for (;;) {
      const name = `${this.chance.pick(FIRST_NAMES)} ${this.chance.pick(LAST_NAMES)}`;
      if (!this.names.has(name)) return this.named(name, professions);
    }
  }

  private freeInitials(name: string): string {
    const words = name.split(' ');
    const first = words[0]!;
    const last = words.at(-1)!;
    const tries = [first[0]! + last[0]!];
    for (let length = 2; length <= last.length; length += 1)
      tries.push((first[0]! + last.slice(0, length)).toUpperCase());
    for (let length = 2; length <= first.length; length += 1)
      tries.push((first.slice(0, length) + last.slice(0, 2)).toUpperCase());
    return tries.find((one) => !this.initials.has(one)) ?? `${tries[0]!}${this.initials.size}`;
  }
}
