import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server got it: whom it was handed over for, and what was in it. */
export interface Received {
  to: string;
  raw: string;
  mail: ParsedMail;
}

/** A real mail server in this process, which can be told to refuse and to be silent. */
export class SmtpPeer {
  readonly received: Received[] = [];
  /** The SMTP answer to whoever is written to, by address. */
  readonly refuses = new Map<string, number>();
  /** As long as it is silent it takes what it is sent and never says yes. */
  isSilent = false;
  private server: SMTPServer | undefined;
  private readonly held: (() => void)[] = [];

  constructor(private port = 0) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, next) => {
        const code = this.refuses.get(address);
        next(code === undefined ? null : Object.assign(new Error('no such person here'), { responseCode: code }));
      },
      onData: (stream, session, next) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString('utf8');
          void simpleParser(raw).then((mail) => {
            this.received.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), raw, mail });
            if (this.isSilent) this.held.push(() => next());
            else next();
          });
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  /** Says yes to all that was held. */
  speak(): void {
    this.isSilent = false;
    for (const say of this.held.splice(0)) say();
  }

  async stop(): Promise<void> {
    this.speak();
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** The subjects that somebody got, the first first. */
  subjectsFor(address: string): string[] {
    return this.received.filter(({ to }) => to === address).map(({ mail }) => mail.subject ?? '');
  }
}

/** The calendar file of a mail, as what hangs on it and as what stands beside its text. */
export function calendarsIn({ raw, mail }: Received): { attached: string; beside: string } {
  const attached = mail.attachments.find((one) => one.contentType === 'application/ics');
  const part = /Content-Type: text\/calendar;[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(raw);
  return { attached: attached?.content.toString('utf8') ?? '', beside: unquoted(part?.[1] ?? '') };
}

/** Quoted-printable (RFC 2045, 6.7) as text. */
const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
