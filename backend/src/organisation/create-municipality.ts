import { randomBytes } from 'node:crypto';
import { EXAMPLE_LABEL, EXAMPLE_MARKERS } from '#domain/markers.ts';
import { initialsOf } from '#domain/initials.ts';
import { schoolYearBounds, schoolYearOf } from '#domain/school-year.ts';
import { copenhagenDate } from '#domain/copenhagen.ts';
import type { ClientBase } from 'pg';
import { hashOfToken } from '../access/request.ts';
import { newId } from '../platform/new-id.ts';

export interface CreatedMunicipality {
  municipalityId: string;
  /** Shown once: only its hash is stored. */
  invitation: string;
}

const INVITATION_DAYS = 7;

/**
 * Makes a municipality with its school year, the labelled example markers and its administrator, who comes in by a one-time
 * invitation. Runs as the owner, before there is anybody to ask.
 */
export async function createMunicipality(
  client: ClientBase,
  wanted: { name: string; administrator: string },
  now: Date,
): Promise<CreatedMunicipality> {
  const municipality = newId();
  const person = newId();
  const initiative = newId();
  const markerSet = newId();
  const invitation = randomBytes(32).toString('base64url');
  const today = copenhagenDate(now.getTime());
  const year = schoolYearOf(today);
  const { startsOn, endsOn } = schoolYearBounds(year);
  await client.query('begin');
  try {
    await client.query('insert into municipality (id, name) values ($1, $2)', [municipality, wanted.name]);
    await client.query('insert into school_year (municipality_id, key, starts_on, ends_on) values ($1, $2, $3, $4)', [
      municipality,
      year,
      startsOn,
      endsOn,
    ]);
    await client.query(
      'insert into person (id, municipality_id, display_name, initials, professions) values ($1, $2, $3, $4, $5)',
      [person, municipality, wanted.administrator, initialsOf(wanted.administrator), ['TAP']],
    );
    await client.query(
      `insert into role_assignment (municipality_id, person_id, role, scope_kind, scope_id, valid_from)
       values ($1, $2, 'MUNICIPAL_ADMIN', 'MUNICIPALITY', $1, $3)`,
      [municipality, person, today],
    );
    await client.query('insert into initiative (id, municipality_id, name) values ($1, $2, $3)', [
      initiative,
      municipality,
      'Pejlemærker',
    ]);
    await client.query(
      `insert into marker_set (id, municipality_id, initiative_id, version, state, is_example, label, published_at)
       values ($1, $2, $3, 1, 'PUBLISHED', true, $4, now())`,
      [markerSet, municipality, initiative, EXAMPLE_LABEL],
    );
    for (const [n, marker] of EXAMPLE_MARKERS.entries()) {
      const id = newId();
      await client.query(
        `insert into guiding_marker (id, municipality_id, marker_set_id, position, title, short_title, description, slot)
         values ($1, $2, $3, $4, $5, $6, $7, $4)`,
        [id, municipality, markerSet, n + 1, marker.title, marker.shortTitle, marker.description],
      );
      await client.query(
        'insert into marker_sign (municipality_id, marker_id, position, text) select $1, $2, ord, text from unnest($3::text[]) with ordinality s(text, ord)',
        [municipality, id, [...marker.signs]],
      );
    }
    await client.query(
      `insert into invitation (municipality_id, person_id, token_hash, expires_at) values ($1, $2, $3, now() + make_interval(days => $4))`,
      [municipality, person, hashOfToken(invitation), INVITATION_DAYS],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return { municipalityId: municipality, invitation };
}
