import { Inject, Injectable } from '@nestjs/common';
import type { FollowedKind, LiveChange } from '#live-protocol/change.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Feed, type LiveSocket, type Look, type Occupant, type Peopled, type RoomName, type Standing } from './feed.ts';
import { asRecords, outOf, sessionsOf, standings, type Alive } from './standing.ts';
import { NOBODYS } from './handshake.ts';
import { livePolicy } from './live.policy.ts';
import { Presence } from './presence.ts';

/** Nobody in particular: the person set in the context when a replica reads for a whole room. */
export const NOBODY = NOBODYS.id;

/** Things of which no change lets anybody into a room or out of it; a change of any other has the room look first. */
const MOVE_NOBODY = new Set([
  'Action',
  'AgendaItem',
  'Decision',
  'Material',
  'Pulse',
  'SilentPost',
  'SilentWriting',
  'SpeakingRound',
]);

/** The change log of one kind of scope, as a stream. */
abstract class ChangeFeed extends Feed<LiveChange> {
  abstract override readonly kind: FollowedKind;
  /** SQL for the bits of who `s.person_id` is to a room. */
  protected abstract relation(room: string): string;

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {
    super();
  }

  protected mayStay(relation: number): boolean {
    return holds(abilityNamed(this.ability!)!, relation);
  }

  /** Reads changes and relations in one statement. */
  async look(room: RoomName, since: number, most: number, occupants: Occupant[]): Promise<Look<LiveChange>> {
    const [row] = await this.unitOfWork.readOnce<{
      version: number;
      changes: LiveChange[];
      alive: Alive;
    }>(
      { municipalityId: room.municipalityId, personId: this.kind === 'PERSON' ? room.id : NOBODY },
      `select scope_version($1, $2) as version, changes_since($1, $2, $3, $4) as changes,
         (select jsonb_agg(jsonb_build_object('session', s.session_id, 'rel', ${this.relation('$2')}))
          from door_sessions_alive($5) s) as alive`,
      [this.kind, room.id, since, most, sessionsOf(occupants)],
    );
    return {
      version: row!.version,
      items: row!.changes,
      ...outOf(occupants, row!.alive, (relation) => this.mayStay(relation)),
    };
  }

  async stand(municipalityId: string, rooms: readonly Peopled[]): Promise<Standing[]> {
    const rows = await this.unitOfWork.readOnce<{ id: string; version: number; alive: Alive }>(
      { municipalityId, personId: NOBODY },
      `select r.id, scope_version($1, r.id) as version,
         (select jsonb_agg(jsonb_build_object('session', s.session_id, 'rel', ${this.relation('r.id')}))
          from door_sessions_alive(r.sessions) s) as alive
       from jsonb_to_recordset($2) as r(id uuid, sessions uuid[])`,
      [this.kind, asRecords(rooms)],
    );
    return standings(rooms, rows, (relation) => this.mayStay(relation));
  }

  send(to: Pick<LiveSocket, 'emit'>, _id: string, items: LiveChange[]): void {
    to.emit('changes', items);
  }

  movesNobody(changes: readonly Partial<LiveChange>[]): boolean {
    return changes.every(({ entity }) => entity !== undefined && MOVE_NOBODY.has(entity));
  }
}

@Injectable()
export class MeetingFeed extends ChangeFeed {
  readonly kind = 'MEETING';
  readonly ability = livePolicy['live.meeting'];
  protected relation(room: string): string {
    return `meeting_rel(${room}, s.person_id)`;
  }

  constructor(
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(Presence) private readonly presence: Presence,
  ) {
    super(unitOfWork);
  }

  override entered(socket: LiveSocket, id: string): void {
    this.presence.enter(id, socket);
  }

  override left(socket: LiveSocket, id: string): void {
    this.presence.leave(id, socket);
  }

  override send(to: Pick<LiveSocket, 'emit'>, id: string, items: LiveChange[]): void {
    super.send(to, id, items);
    this.presence.changed(id);
  }
}

@Injectable()
export class TeamFeed extends ChangeFeed {
  readonly kind = 'TEAM';
  readonly ability = livePolicy['live.team'];
  protected relation(room: string): string {
    return `team_rel(${room}, s.person_id)`;
  }
}

/** Hints alone travel here: that the school's templates changed. */
@Injectable()
export class SchoolFeed extends ChangeFeed {
  readonly kind = 'SCHOOL';
  readonly ability = livePolicy['live.school'];
  protected relation(room: string): string {
    return `school_rel(${room}, s.person_id)`;
  }
}

/** Hints alone travel here: that the municipality's closed days or templates changed. */
@Injectable()
export class MunicipalityFeed extends ChangeFeed {
  readonly kind = 'MUNICIPALITY';
  readonly ability = livePolicy['live.municipality'];
  protected relation(room: string): string {
    return `case when ${room} = app_municipality() then municipality_rel(s.person_id) else 0 end`;
  }
}

/** A person's room is for the person alone. */
@Injectable()
export class PersonFeed extends ChangeFeed {
  readonly kind = 'PERSON';
  readonly ability = null;
  protected relation(room: string): string {
    return `case when s.person_id = ${room} then 1 else 0 end`;
  }

  protected override mayStay(relation: number): boolean {
    return relation === 1;
  }
}
