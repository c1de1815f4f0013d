import { Inject, Injectable } from '@nestjs/common';
import { packUpdates, type NoteUpdate } from '#live-protocol/notes.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import { NOBODY } from '../live/change-feed.ts';
import {
  Feed,
  type LiveSocket,
  type Look,
  type Occupant,
  type Peopled,
  type RoomName,
  type Standing,
} from '../live/feed.ts';
import { asRecords, outOf, sessionsOf, standings, type Alive } from '../live/standing.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Carets } from './carets.ts';
import { notesPolicy } from './notes.policy.ts';

/** A note's updates as a stream: numbered in the note itself, compacted from time to time into one that holds them all. */
@Injectable()
export class NoteFeed extends Feed<NoteUpdate> {
  readonly kind = 'NOTE';
  readonly ability = notesPolicy['note.read'];

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Carets) private readonly carets: Carets,
  ) {
    super();
  }

  /** `most` does not bind here: compaction keeps the rows of a note few, and half a note is none. */
  async look(
    { municipalityId, id }: RoomName,
    since: number,
    _most: number,
    occupants: Occupant[],
  ): Promise<Look<NoteUpdate>> {
    const [row] = await this.unitOfWork.readOnce<{
      version: number | null;
      numbers: string[] | null;
      bytes: Buffer[] | null;
      alive: Alive;
    }>(
      { municipalityId, personId: NOBODY },
      `select n.number as version, u.numbers, u.bytes,
          (select jsonb_agg(jsonb_build_object('session', s.session_id, 'rel', meeting_rel(n.meeting_id, s.person_id)))
           from door_sessions_alive($3) s) as alive
         from (select $1::uuid as id) x left join note n on n.id = x.id
           left join lateral (select array_agg(u.number order by u.number) as numbers, array_agg(u.bytes order by u.number) as bytes
             from note_update u where u.note_id = x.id and u.number > $2) u on true`,
      [id, since, sessionsOf(occupants)],
    );
    return {
      version: row!.version ?? 0,
      items: (row!.numbers ?? []).map((number, n) => ({ version: Number(number), bytes: row!.bytes![n]! })),
      ...outOf(occupants, row!.alive, (relation) => row!.version !== null && this.mayStay(relation)),
    };
  }

  async stand(municipalityId: string, rooms: readonly Peopled[]): Promise<Standing[]> {
    const rows = await this.unitOfWork.readOnce<{ id: string; version: number | null; alive: Alive }>(
      { municipalityId, personId: NOBODY },
      `select r.id, n.number as version,
         (select jsonb_agg(jsonb_build_object('session', s.session_id, 'rel', meeting_rel(n.meeting_id, s.person_id)))
          from door_sessions_alive(r.sessions) s) as alive
       from jsonb_to_recordset($1) as r(id uuid, sessions uuid[]) left join note n on n.id = r.id`,
      [asRecords(rooms)],
    );
    return standings(rooms, rows, (relation) => this.mayStay(relation));
  }

  send(to: Pick<LiveSocket, 'emit'>, noteId: string, updates: NoteUpdate[]): void {
    to.emit('note:updates', { noteId, updates: packUpdates(updates) });
  }

  /** Writing moves nobody. */
  movesNobody(): boolean {
    return true;
  }

  private mayStay(relation: number): boolean {
    return holds(abilityNamed(this.ability)!, relation);
  }

  override left(socket: LiveSocket, noteId: string): void {
    this.carets.drop(socket, noteId);
  }
}
