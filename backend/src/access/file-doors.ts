import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { REFUSAL_HEADER } from '#live-protocol/page.ts';
import { Database } from '../platform/database.ts';
import { isDatabaseAway, Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import { FileDoor, type SentFile } from './file-door.ts';
import { PageOwners } from './page-owners.ts';
import { requestContext } from './request-context.ts';
import { Uses } from './uses.port.ts';

/** What a person reads who asks by the address itself; a page has its own words for the code. */
const TOLD: Record<string, { status: number; words: string }> = {
  SIGNED_OUT: { status: 401, words: 'Du er logget ud. Log ind, og hent filen igen.' },
  ANOTHER_PERSON: { status: 409, words: 'En anden er logget ind i browseren nu. Log ind igen, og hent så filen.' },
  NOT_FOUND: { status: 404, words: 'Det findes ikke, eller du har ikke adgang til det.' },
  BUSY: { status: 503, words: 'Der er mange, der henter lige nu. Prøv igen om et øjeblik.' },
  STORE_AWAY: { status: 503, words: 'Filen kan ikke hentes lige nu. Den ligger der endnu. Prøv igen om lidt.' },
  DATABASE_AWAY: { status: 503, words: 'Serveren svarer ikke lige nu. Prøv igen om lidt.' },
  DOCUMENT_FAILED: {
    status: 500,
    words: 'Filen kunne ikke laves. Referatet selv er gemt, som det var. Prøv igen, eller udskriv siden.',
  },
};
const FAULT = { status: 500, words: 'Noget gik galt hos os. Prøv igen om lidt.' };

/** Opens every file's door: who asks, whose page it is, the line in the audit, and what is said when it is refused. */
@Injectable()
export class FileDoors implements OnModuleInit {
  private readonly pages: PageOwners;

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
    for (const door of this.doors())
      fastify.route({
        method: 'GET',
        url: door.path,
        exposeHeadRoute: false,
        config: { ability: door.ability },
        handler: (request, reply) => this.open(door, request, reply),
      });
    // What a file is like is told with the file, or not at all: else its path would be answered as a page is.
    for (const door of this.doors())
      fastify.route({
        method: 'HEAD',
        url: door.path,
        config: { ability: door.ability },
        handler: (_request, reply) => reply.code(405).header('allow', 'GET').send(),
      });
  }

  /** Every file there is. */
  doors(): FileDoor[] {
    return this.discovery
      .getProviders()
      .map((provider): unknown => provider.instance)
      .filter((instance) => instance instanceof FileDoor);
  }

  private async open(door: FileDoor, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const context = requestContext(request, reply, this.uses);
    reply.header('cache-control', 'no-store');
    try {
      await this.pages.requireOwn(context);
      const file = await door.answer(request.params as Record<string, string>, context);
      this.uses.note({
        sessionHash: context.sessionHash,
        verb: 'EXPORT',
        object: door.object,
        objectId: file.objectId,
        criterion: null,
        at: Date.now(),
      });
      return reply.headers(headersOf(file)).send('stream' in file.bytes ? file.bytes.stream : file.bytes);
    } catch (error) {
      return this.refuse(error, reply);
    }
  }

  private refuse(error: unknown, reply: FastifyReply): FastifyReply {
    const code = codeOf(error);
    const { status, words } = TOLD[code] ?? FAULT;
    if (code === 'FAULT') this.faults.tell(error, 'a file could not be sent');
    return reply
      .code(status)
      .headers({ 'content-type': 'text/plain; charset=utf-8', [REFUSAL_HEADER]: code })
      .headers(code === 'BUSY' ? { 'retry-after': '2' } : {})
      .send(`${words}\n`);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Refusal) return String(error.extensions['code']);
  return isDatabaseAway(error) ? 'DATABASE_AWAY' : 'FAULT';
}

/** Saved and never shown: whatever is in it, nothing runs in our name. */
const headersOf = ({ name, type, bytes }: SentFile): Record<string, string> => ({
  'content-type': type,
  'content-length': String('stream' in bytes ? bytes.size : bytes.byteLength),
  // Always the whole of it: half a file that is put together from two is nobody's.
  'accept-ranges': 'none',
  'content-disposition': disposition(name),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
});

/** The name in letters that any browser takes, and as it is (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const letters: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', Æ: 'Ae', Ø: 'Oe', Å: 'Aa' };
  const plain = name
    .replaceAll(/[æøåÆØÅ]/g, (letter) => letters[letter]!)
    .normalize('NFKD')
    .replaceAll(/[^ -~]/g, '')
    .replaceAll(/["\\%]/g, '');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
