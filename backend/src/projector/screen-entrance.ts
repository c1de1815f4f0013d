import { Inject, Injectable } from '@nestjs/common';
import { SCREEN_ENTRANCE } from '#live-protocol/screen.ts';
import { hashOfToken } from '../access/request.ts';
import { NOBODYS, SideEntrance, type SocketData } from '../live/handshake.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { SCREEN_COOKIE } from './screen-cookie.ts';

/** A screen's socket comes in as nobody, to the one meeting that is lent to it. */
@Injectable()
export class ScreenEntrance extends SideEntrance {
  readonly name = SCREEN_ENTRANCE;

  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  /** @throws Refusal SIGNED_OUT when nothing is lent to it */
  async admit(cookie: (name: string) => string | undefined): Promise<Omit<SocketData, 'entrance'>> {
    const token = cookie(SCREEN_COOKIE);
    const [loan] = token
      ? await this.database.statement<{ screen_id: string; municipality_id: string; meeting_id: string }>(
          'open_loan',
          'select * from open_loan($1)',
          [hashOfToken(token)],
        )
      : [];
    if (!loan) throw new Refusal('SIGNED_OUT');
    return {
      sessionId: loan.screen_id,
      municipalityId: loan.municipality_id,
      person: NOBODYS,
      roomId: loan.meeting_id,
    };
  }
}
