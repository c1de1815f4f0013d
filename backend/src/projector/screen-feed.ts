import { Inject, Injectable } from '@nestjs/common';
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
import { NOBODYS } from '../live/handshake.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';

/**
 * That a meeting has changed, told to the screens that it is lent to: how far it has come, and nothing of what changed. What they
 * may show they ask for, where the rules are.
 */
@Injectable()
export class ScreenFeed extends Feed {
  readonly kind = 'SCREEN';
  readonly ability = null;

  override get hears(): string {
    return 'MEETING';
  }

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {
    super();
  }

  /** Before every delivery: which of the screens still have a loan that stands. */
  async look(room: RoomName, since: number, _most: number, occupants: Occupant[]): Promise<Look<{ version: number }>> {
    const [row] = await this.unitOfWork.readOnce<{ version: number; alive: Alive }>(
      { municipalityId: room.municipalityId, personId: NOBODYS.id },
      `select scope_version('MEETING', $1) as version,
          (select jsonb_agg(jsonb_build_object('session', s.id, 'rel', 1)) from lent_screen s
           where s.id = any ($2) and s.meeting_id = $1 and loan_stands(s.meeting_id, s.lent_by, s.returned_at)) as alive`,
      [room.id, sessionsOf(occupants)],
    );
    return {
      version: row!.version,
      items: row!.version > since ? [{ version: row!.version }] : [],
      ...outOf(occupants, row!.alive, () => true),
    };
  }

  async stand(municipalityId: string, rooms: readonly Peopled[]): Promise<Standing[]> {
    const rows = await this.unitOfWork.readOnce<{ id: string; version: number; alive: Alive }>(
      { municipalityId, personId: NOBODYS.id },
      `select r.id, scope_version('MEETING', r.id) as version,
         (select jsonb_agg(jsonb_build_object('session', s.id, 'rel', 1)) from lent_screen s
          where s.id = any (r.sessions) and s.meeting_id = r.id and loan_stands(s.meeting_id, s.lent_by, s.returned_at)) as alive
       from jsonb_to_recordset($1) as r(id uuid, sessions uuid[])`,
      [asRecords(rooms)],
    );
    return standings(rooms, rows, () => true);
  }

  /** The meeting's changes are not sent to a screen: it looks how far they have come, and whether the loan stands. */
  movesNobody(): boolean {
    return false;
  }

  send(to: Pick<LiveSocket, 'emit'>, _id: string, items: { version: number }[]): void {
    to.emit('screen:changed', { version: items.at(-1)!.version });
  }
}
