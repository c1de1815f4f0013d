import { EXAMPLE_LABEL, EXAMPLE_MARKERS } from '#domain/markers.ts';
import { addDays } from '#domain/iso-week.ts';
import { holidaysOf, type HolidayKey } from '#domain/school-year.ts';
import { yearOf, type Day, type Year } from './calendar.ts';
import { idOf } from './random.ts';
import type { Rows } from './write.ts';

/** As the municipality wrote them into its calendar. */
const HOLIDAYS: Record<HolidayKey, string> = {
  'summer-start': 'Sommerferie',
  autumn: 'Efterårsferie',
  christmas: 'Juleferie',
  winter: 'Vinterferie',
  easter: 'Påskeferie',
  ascension: 'Kristi himmelfartsferie',
  whit: 'Anden pinsedag',
  constitution: 'Grundlovsdag',
  summer: 'Sommerferie',
};

export interface Municipality {
  id: string;
  key: string;
  domain: string;
  markerIds: string[];
  /** The year before the running one, and the running one. */
  years: readonly [Year, Year];
}

/** A municipality with its school years and the example set of markers, labelled as one. */
export function addMunicipality(
  rows: Rows,
  known: { key: string; name: string; number: number },
  today: Day,
): Municipality {
  const id = idOf(`municipality/${known.key}`);
  const running = yearOf(today);
  const before = yearOf(addDays(running.startsOn, -1));
  const next = yearOf(addDays(running.endsOn, 1));
  rows.add('municipality', {
    id,
    name: known.name,
    cvr: null,
    code: null,
    is_demonstration: true,
    created_at: `${before.startsOn}T0${known.number}:00:00Z`,
  });
  for (const year of [before, running, next]) {
    rows.add('school_year', {
      id: idOf(`year/${known.key}/${year.key}`),
      municipality_id: id,
      key: year.key,
      starts_on: year.startsOn,
      ends_on: year.endsOn,
    });
    // The other municipality has no calendar: what is proposed there says so.
    for (const { key, from, to } of known.number === 1 ? holidaysOf(year.key) : []) {
      rows.add('closing_day', {
        id: idOf(`closed/${known.key}/${year.key}/${key}`),
        municipality_id: id,
        school_id: null,
        starts_on: from,
        ends_on: to,
        name: HOLIDAYS[key],
      });
    }
  }
  const initiative = idOf(`initiative/${known.key}`);
  const set = idOf(`markers/${known.key}`);
  rows.add('initiative', { id: initiative, municipality_id: id, name: 'Alle med i fællesskabet' });
  rows.add('marker_set', {
    id: set,
    municipality_id: id,
    initiative_id: initiative,
    version: 1,
    state: 'PUBLISHED',
    is_example: true,
    label: EXAMPLE_LABEL,
    published_at: `${before.startsOn}T08:00:00Z`,
  });
  const markerIds = EXAMPLE_MARKERS.map((marker, n) => {
    const markerId = idOf(`marker/${known.key}/${n + 1}`);
    rows.add('guiding_marker', {
      id: markerId,
      municipality_id: id,
      marker_set_id: set,
      position: n + 1,
      title: marker.title,
      short_title: marker.shortTitle,
      description: marker.description,
      slot: n + 1,
      supersedes_marker_id: null,
    });
    marker.signs.forEach((text, s) =>
      rows.add('marker_sign', {
        id: idOf(`sign/${known.key}/${n + 1}/${s + 1}`),
        municipality_id: id,
        marker_id: markerId,
        position: s + 1,
        text,
      }),
    );
    return markerId;
  });
  return { id, key: known.key, domain: `${known.key}.example`, markerIds, years: [before, running] };
}
