import { copenhagenDate, copenhagenTime } from '#domain/copenhagen.ts';
import { isoWeek } from '#domain/iso-week.ts';
import { oneLine } from './one-line.ts';

export type NoticeKind = 'CONVENED' | 'CHANGED' | 'CANCELLED' | 'UNINVITED';

/** A meeting as its notice tells of it; made by notice_facts (notices.sql). */
export interface NoticeFacts {
  title: string;
  startsAt: string;
  durationMin: number;
  place: string;
  purpose: string;
  cancelledReason: string | null;
  team: string;
  school: string | null;
  items: { title: string; minutes: number }[];
}

export interface Written {
  subject: string;
  text: string;
  html: string;
  /** Plain text of the meeting alone, for the calendar. */
  description: string;
}

const longDay = new Intl.DateTimeFormat('da-DK', { dateStyle: 'full', timeZone: 'Europe/Copenhagen' });
const shortDay = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', timeZone: 'Europe/Copenhagen' });

const SUBJECTS: Record<NoticeKind, (what: string) => string> = {
  CONVENED: (what) => `Indkaldelse: ${what}`,
  CHANGED: (what) => `Ændret: ${what}`,
  CANCELLED: (what) => `Aflyst: ${what}`,
  UNINVITED: (what) => `Ikke længere indkaldt: ${what}`,
};

const LEADS: Record<NoticeKind, string> = {
  CONVENED: 'Du er indkaldt til møde.',
  CHANGED: 'Mødet er ændret. Sådan er det nu.',
  CANCELLED: 'Mødet er aflyst.',
  UNINVITED: 'Du er ikke længere indkaldt til mødet.',
};

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** When it is, as it is said: "mandag den 23. november 2026 (uge 48), kl. 14.30–15.30". */
export function whenWords(startsAt: string, durationMin: number): string {
  const start = Date.parse(startsAt);
  const { week } = isoWeek(copenhagenDate(start));
  return `${longDay.format(start)} (uge ${week}), kl. ${copenhagenTime(start)}–${copenhagenTime(start + durationMin * 60_000)}`;
}

/**
 * A notice in words, as text and as simple HTML that fetches nothing. Of the agenda titles and minutes, of the meeting its time, place and
 * purpose; never a note.
 * @param links.reply where to say whether one comes; undefined where there is nothing to answer
 */
export function writeMail(kind: NoticeKind, facts: NoticeFacts, links: { meeting: string; reply?: string }): Written {
  const stands = kind === 'CONVENED' || kind === 'CHANGED';
  const title = oneLine(facts.title);
  const team = [facts.team, facts.school].flatMap((name) => (name ? [oneLine(name)] : [])).join(', ');
  const subject = SUBJECTS[kind](
    `${title}, ${oneLine(facts.team)}, ${shortDay.format(Date.parse(facts.startsAt))} kl. ${copenhagenTime(Date.parse(facts.startsAt))}`,
  );
  const lines: [string, string][] = [
    ['Team', team],
    ['Tid', whenWords(facts.startsAt, facts.durationMin)],
  ];
  if (facts.place) lines.push(['Sted', oneLine(facts.place)]);
  if (stands && facts.purpose) lines.push(['Formål', facts.purpose.trim()]);
  if (kind === 'CANCELLED' && facts.cancelledReason) lines.push(['Hvorfor', oneLine(facts.cancelledReason)]);
  const items = stands ? facts.items.map((item) => `${oneLine(item.title)} (${item.minutes} min)`) : [];
  const about = lines.map(([name, value]) => `${name}: ${value}`);
  const agenda = items.length > 0 ? ['', 'Dagsorden', ...items.map((item, n) => `${n + 1}. ${item}`)] : [];
  const ways: [string, string][] = [
    ...(links.reply ? [['Kommer du? Svar her', links.reply] as [string, string]] : []),
    ...(stands ? [['Se mødet i Pejling', links.meeting] as [string, string]] : []),
  ];
  const foot = 'Mailen er sendt af Pejling og kan ikke besvares.';
  const text = [
    LEADS[kind],
    '',
    title,
    ...about,
    ...agenda,
    ...ways.flatMap(([words, url]) => ['', `${words}:`, url]),
    '',
    foot,
    '',
  ].join('\n');
  const paragraph = (inner: string) => `<p>${inner}</p>`;
  const html = [
    '<!doctype html>',
    `<html lang="da"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
    paragraph(escaped(LEADS[kind])),
    `<h1>${escaped(title)}</h1>`,
    paragraph(lines.map(([name, value]) => `<b>${name}:</b> ${escaped(value).replaceAll('\n', '<br>')}`).join('<br>')),
    ...(items.length > 0
      ? ['<h2>Dagsorden</h2>', `<ol>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ol>`]
      : []),
    ...ways.map(([words, url]) => paragraph(`<a href="${escaped(url)}">${escaped(words)}</a>`)),
    paragraph(`<small>${escaped(foot)}</small>`),
    '</body></html>',
    '',
  ].join('\n');
  return {
    subject,
    text,
    html,
    description: [...about.filter((_, n) => n !== 1), ...agenda, '', links.meeting].join('\n'),
  };
}
