import type { IncomingMessage } from 'node:http';
import { finished, PassThrough, pipeline, type Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { Database } from '../platform/database.ts';
import { isDatabaseAway, Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import { PageOwners } from './page-owners.ts';
import { requestContext } from './request-context.ts';
import { UploadDoor } from './upload-door.ts';
import { Uses } from './uses.port.ts';

/** What stands around the file in a multipart body. */
const ENVELOPE = 16_384;
/** A sender that is silent for so long has gone. */
const SILENT_MS = 30_000;

const STATUS: Record<string, number> = {
  SIGNED_OUT: 401,
  ANOTHER_PERSON: 409,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  STEP_NOT_POSSIBLE: 409,
  MATERIAL_FULL: 409,
  TEAM_FULL: 409,
  FILE_REFUSED: 422,
  TOO_OFTEN: 429,
  BUSY: 503,
  SCAN_AWAY: 503,
  STORE_AWAY: 503,
  DATABASE_AWAY: 503,
};

/** The sender went away: nobody is there to be told. */
export class SenderGone extends Error {}

const tooLarge = () => new Refusal('FILE_REFUSED', { problem: 'FILE_TOO_LARGE' });

/** Opens every door for files: whose page it is, that it is a page of ours, and how much is read before anything is asked. */
@Injectable()
export class UploadDoors implements OnModuleInit {
  private readonly pages: PageOwners;
  /** How long a sender may be silent, in ms. */
  silentMs = SILENT_MS;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(Database) database: Database,
    @Inject(Uses) private readonly uses: Uses,
    @Inject(FaultLog) private readonly faults: FaultLog,
  ) {
    this.pages = new PageOwners(database);
  }

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance() as FastifyInstance;
    // In a part of its own: nowhere else is a multipart body read.
    void fastify.register(async (part: FastifyInstance) => {
      await part.register(multipart);
      for (const door of this.doors())
        part.route({
          method: 'POST',
          url: door.path,
          config: { ability: door.ability },
          handler: (request, reply) => this.open(door, request, reply),
        });
    });
  }

  /** Every door there is. */
  doors(): UploadDoor[] {
    return this.discovery
      .getProviders()
      .map((provider): unknown => provider.instance)
      .filter((instance) => instance instanceof UploadDoor);
  }

  private async open(door: UploadDoor, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const context = requestContext(request, reply, this.uses);
    const parts = { ...(request.query as Record<string, string>), ...(request.params as Record<string, string>) };
    reply.header('cache-control', 'no-store');
    this.hangUpOnSilence(request.raw);
    try {
      requireOwnPage(request);
      await this.pages.requireOwn(context);
      await door.admit(parts, context);
      if (Number(request.headers['content-length'] ?? 0) > door.largest + ENVELOPE) throw tooLarge();
      const sent = await this.fileIn(request, door.largest);
      return reply.send(await door.take(parts, sent, context));
    } catch (error) {
      return await this.refuse(door, error, request, reply);
    }
  }

  private async fileIn(request: FastifyRequest, largest: number): Promise<{ name: string; stream: Readable }> {
    if (!request.isMultipart()) throw new Refusal('INPUT_REFUSED');
    const limits = { files: 1, fields: 0, parts: 1, fileSize: largest, headerPairs: 20 };
    const part = await request.file({ limits, throwFileSizeLimit: false }).catch(() => undefined);
    if (!part) throw new Refusal('INPUT_REFUSED');
    return { name: part.filename, stream: wholeOf(request.raw, part.file) };
  }

  /** One who stands still holds a place on the disk and in the line. */
  private hangUpOnSilence(raw: IncomingMessage): void {
    let heard = -1;
    const timer = setInterval(() => {
      // Told by the socket: whoever listens to the body itself sets it flowing.
      if (raw.socket.bytesRead === heard) raw.destroy(new SenderGone());
      heard = raw.socket.bytesRead;
    }, this.silentMs);
    finished(raw, () => clearInterval(timer));
  }

  private async refuse(
    door: UploadDoor,
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { code, ...details } = codeOf(error);
    if (code === 'FAULT') this.faults.tell(error, 'a file could not be taken in');
    const { raw } = request;
    const isMuch = !raw.complete && !(Number(raw.headers['content-length']) <= door.largest + ENVELOPE);
    // What is still to come is let go by first, so that the sender hears the answer; unless it is more than a file could be.
    raw.unpipe();
    raw.resume();
    if (!raw.complete && !isMuch) await new Promise<void>((resolve) => void finished(raw, () => resolve()));
    return reply
      .code(STATUS[code] ?? (code === 'FAULT' ? 500 : 400))
      .headers(isMuch ? { connection: 'close' } : {})
      .send({ errors: [{ extensions: { ...details, code } }] });
  }
}

/** The file as it comes: its end is only an end when the whole of it came. */
function wholeOf(raw: IncomingMessage, file: Readable & { truncated: boolean }): Readable {
  const stream = new PassThrough({ flush: (done) => done(file.truncated ? tooLarge() : null) });
  // Whoever refuses a file for its name never listens.
  stream.on('error', () => undefined);
  const gone = () => void stream.destroy(new SenderGone());
  raw.once('aborted', gone);
  file.once('limit', () => void stream.destroy(tooLarge()));
  file.on('error', () => void stream.destroy(raw.complete ? new Refusal('INPUT_REFUSED') : new SenderGone()));
  pipeline(file, stream, () => void raw.off('aborted', gone));
  return stream;
}

/**
 * A form on somebody else's page can send a file, and the browser sends the cookie of a neighbour under the same domain with it.
 * It can neither say that it comes from here nor set a header of ours.
 * @throws Refusal NOT_ALLOWED
 */
function requireOwnPage({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  const isForeign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
  const site = headers['sec-fetch-site'];
  if (isForeign || (site !== undefined && site !== 'same-origin') || headers[PERSON_HEADER] === undefined)
    throw new Refusal('NOT_ALLOWED');
}

function codeOf(error: unknown): Record<string, unknown> & { code: string } {
  if (error instanceof Refusal) return error.extensions as Record<string, unknown> & { code: string };
  if (error instanceof SenderGone) return { code: 'GONE' };
  return { code: isDatabaseAway(error) ? 'DATABASE_AWAY' : 'FAULT' };
}
