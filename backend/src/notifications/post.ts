import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { createTransport } from 'nodemailer';
import { SETTINGS, type Settings } from '../platform/config.ts';

/** A mail as it is handed over: everything in it is finished. */
export interface Letter {
  messageId: string;
  date: Date;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  calendar: { method: 'REQUEST' | 'CANCEL'; file: string; content: string };
}

/** What became of a mail. `AWAY`: the mail server, not the mail, is what fails; `LATER`: it asked to be tried again. */
export type Handed = { state: 'SENT' } | { state: 'REFUSED' | 'LATER' | 'AWAY'; fault: string };

/** A whole sending may last this long; one that has been under way for longer was cut off. */
export const LONGEST_SENDING_MS = 60_000;
const TO_CONNECT_MS = 10_000;
const SILENCE_MS = 15_000;

/** The mail server, if there is one. */
@Injectable()
export class Post {
  /** Sent; caught and shown in a demonstration; or none at all, and then nothing is queued. */
  readonly way: 'SMTP' | 'CAUGHT' | 'NONE';

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {
    this.way = settings.SMTP_URL ? 'SMTP' : settings.PEJLING_DEMONSTRATION ? 'CAUGHT' : 'NONE';
  }

  /** Whom mails are from. */
  get from(): { name: string; address: string } {
    return { name: 'Pejling', address: this.settings.MAIL_FROM ?? 'pejling@example.test' };
  }

  /** Where links lead: what was said, else, in a demonstration, where this server listens. */
  link(path: string): string {
    const { PUBLIC_URL, HOST, TLS_CERT } = this.settings;
    if (PUBLIC_URL) return `${PUBLIC_URL.replace(/\/+$/, '')}${path}`;
    const address = (this.host.httpAdapter?.getHttpServer() as import('node:http').Server | undefined)?.address();
    const port = typeof address === 'object' && address ? address.port : this.settings.PORT;
    return `${TLS_CERT ? 'https' : 'http'}://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}${path}`;
  }

  /** Hands one mail over, on a connection of its own. Never throws: what fails is an answer. */
  async send(letter: Letter): Promise<Handed> {
    const transport = createTransport({
      url: this.settings.SMTP_URL!,
      connectionTimeout: TO_CONNECT_MS,
      greetingTimeout: TO_CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // Nothing in a mail of ours is fetched from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const { messageId, date, to, subject, text, html, calendar } = letter;
    try {
      await inTime(
        transport.sendMail({
          from: this.from,
          to,
          messageId,
          date,
          subject,
          text,
          html,
          icalEvent: { method: calendar.method, filename: calendar.file, content: calendar.content },
          // No machine answers it, and no list is made of who was away.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        }),
      );
      return { state: 'SENT' };
    } catch (error) {
      return judged(error);
    } finally {
      transport.close();
    }
  }
}

function inTime<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), LONGEST_SENDING_MS);
  });
  return Promise.race([sending, late]).finally(() => clearTimeout(timer));
}

/** What a mail server said of one mail or one address is about that; everything else is about the server. Its words may name people, so only the number is kept. */
function judged(error: unknown): Handed {
  const {
    responseCode,
    code = 'UNKNOWN',
    command = '',
  } = error as { responseCode?: number; code?: string; command?: string };
  const ofTheMail = code === 'EENVELOPE' || code === 'EMESSAGE' || /^(MAIL FROM|RCPT TO|DATA)/.test(command);
  if (responseCode === undefined || !ofTheMail) return { state: 'AWAY', fault: `${responseCode ?? code}` };
  return { state: responseCode >= 500 ? 'REFUSED' : 'LATER', fault: `${responseCode}` };
}
