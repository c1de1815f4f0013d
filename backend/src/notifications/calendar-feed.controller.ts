import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretInput } from '#inputs/notifications.ts';
import { ANYONE } from '../access/policy.ts';
import { Database } from '../platform/database.ts';
import { isTooMany } from './attempts.ts';
import { CalendarFeedService } from './calendar-feed.service.ts';

/** A calendar asks every few minutes at most; several of one person's ask the same address. */
const MOST_OF_ONE = 60;
/** What is no address of ours is asked for by mistake, or by whoever guesses. */
const MOST_UNKNOWN = 60;
const WINDOW = '10 minutes';
const KEEP_SECONDS = 300;

/** What calendars fetch. The secret in the address is all they bring. */
@Controller('kalender')
export class CalendarFeedController {
  constructor(
    @Inject(CalendarFeedService) private readonly service: CalendarFeedService,
    @Inject(Database) private readonly database: Database,
  ) {}

  @RouteConfig({ ability: ANYONE })
  @Get(':file')
  async feed(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // Never in a search, never in a cache that others share, and no address of ours told to where a link leads.
    reply.headers({
      'Cache-Control': `private, max-age=${KEEP_SECONDS}`,
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    });
    const token = /^(.+)\.ics$/.exec(file)?.[1] ?? '';
    const calendar = secretInput.safeParse(token).success ? await this.service.calendar(token) : null;
    const counted = calendar === null ? `unknown feed from ${request.ip}` : `feed ${token}`;
    if (await isTooMany(this.database, counted, WINDOW, calendar === null ? MOST_UNKNOWN : MOST_OF_ONE)) {
      await reply
        .code(429)
        .header('Retry-After', '600')
        .type('text/plain; charset=utf-8')
        .send('For mange forsøg. Prøv igen senere.\n');
    } else if (calendar === null) {
      await reply
        .code(404)
        .header('Cache-Control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send('Her er ingen kalender.\n');
    } else {
      await reply.type('text/calendar; charset=utf-8').send(calendar);
    }
  }
}
