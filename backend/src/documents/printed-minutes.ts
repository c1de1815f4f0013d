import { copenhagenDate, copenhagenTime } from '#domain/copenhagen.ts';
import { isoWeek } from '#domain/iso-week.ts';
import { printable, printableLines } from '#domain/printable.ts';
import type { Minutes, MinutesItem, MinutesMarker, MinutesPerson, MinutesText } from '../minutes/minutes.types.ts';
import { kindWords, outcomeWords, roleWords, stateWords, wayWords, WORDS } from './minutes-words.ts';
import { noteBlocks } from './note-blocks.ts';
import type { Addition, Agreed, PrintedItem, PrintedMinutes } from './printed.ts';

const written = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', ...options });
const dayFormat = written({ day: 'numeric', month: 'long', year: 'numeric' });
const weekdayFormat = written({ weekday: 'long' });
const listFormat = new Intl.ListFormat('da-DK');

/** A day in words: "25. november 2026". */
export const dayWords = (instant: string): string => dayFormat.format(Date.parse(instant));
const timeWords = (instant: string): string => copenhagenTime(Date.parse(instant));
const listWords = (words: readonly string[]): string => listFormat.format(words.map(printable));

type Amendment = NonNullable<Minutes['amendments']>[number];

/**
 * The minutes as they are printed: what their page shows, in its order. Objections are not printed; they are answered before approval.
 * @param minutes as `screen_minutes` answers its viewer
 * @param now ms since 1970, for the date of a draft
 */
export function printedMinutes(minutes: Minutes, now: number): PrintedMinutes {
  const { text } = minutes;
  const begun = text.startedAt ?? text.startsAt;
  const isApproved = minutes.state === 'APPROVED';
  const day = copenhagenDate(Date.parse(begun));
  const team = printable([text.teamName, text.schoolName].filter(Boolean).join(', '));
  const heading = printable(`${text.title}, ${weekdayFormat.format(Date.parse(begun))} uge ${isoWeek(day).week}`);
  const amendments = minutes.amendments ?? [];
  const ofWhole = amendments.filter((one) => !one.itemId);
  const [year, month, date] = copenhagenDate(isApproved && minutes.approvedAt ? Date.parse(minutes.approvedAt) : now)
    .split('-')
    .map(Number);
  return {
    documentTitle: `${isApproved ? '' : `${WORDS.draft}: `}${WORDS.minutes}: ${heading}, ${team}`,
    kicker: `${WORDS.minutes} · ${team}`,
    team,
    heading,
    purpose: printable(text.purpose),
    date: { year: year!, month: month!, day: date! },
    facts: [
      { term: WORDS.when, words: whenWords(text, begun) },
      { term: WORDS.present, words: peopleWords(text.present) },
      { term: WORDS.markers, words: text.markers.map(markerName).join('; ') },
    ].filter(({ words }) => words !== ''),
    draft: isApproved ? null : { word: WORDS.draft, words: minutes.state === 'PROPOSED' ? WORDS.proposed : WORDS.open },
    approval: isApproved
      ? {
          heading: WORDS.approved,
          words: `${wayWords(minutes.approvedWay)}${minutes.approvedAt ? ` ${dayWords(minutes.approvedAt)}` : ''}. Teksten er låst${amendments.length > 0 ? '; tilføjelser er skrevet til siden' : ''}.`,
          fingerprint: minutes.fingerprint ? `Fingeraftryk (SHA-256): ${minutes.fingerprint}` : '',
        }
      : null,
    items: text.items.map((item) => printedItem(item, minutes, amendments)),
    note: text.note ? { heading: WORDS.meetingNote, blocks: noteBlocks(text.noteDoc, text.note) } : null,
    additions: ofWhole.length > 0 ? { heading: WORDS.additions, each: ofWhole.map(printedAddition) } : null,
    words: { addition: WORDS.addition, done: WORDS.done, notDone: WORDS.notDone, page: WORDS.page, of: WORDS.of },
  };
}

function whenWords(text: MinutesText, begun: string): string {
  const slot = [begun, ...(text.endedAt ? [text.endedAt] : [])].map(timeWords).join('–');
  const byClock =
    text.endedByClock && text.endedAt ? `. Mødet blev afsluttet af sig selv kl. ${timeWords(text.endedAt)}` : '';
  return printable(`${dayWords(begun)}, kl. ${slot}${text.place ? `, ${text.place}` : ''}${byClock}`);
}

const peopleWords = (people: readonly MinutesPerson[]): string =>
  listWords(
    people.map(({ displayName, meetingRole }) =>
      meetingRole ? `${displayName} (${roleWords(meetingRole)})` : displayName,
    ),
  );

type Marker = Pick<MinutesMarker, 'position' | 'shortTitle'>;
export const markerName = (marker: Marker): string => printable(`${marker.position}: ${marker.shortTitle}`);
export const markersWords = (markers: readonly Marker[]): string =>
  markers.map((marker) => `${WORDS.marker} ${markerName(marker)}`).join('; ');

function printedItem(item: MinutesItem, minutes: Minutes, amendments: readonly Amendment[]): PrintedItem {
  return {
    title: printable(`${item.position} ${item.title}`),
    markers: markersWords(item.markers),
    time: item.startedAt ? `kl. ${timeWords(item.startedAt)}` : '',
    note: noteBlocks(item.noteDoc, item.note),
    outcome: printable(outcomeWords(item.outcome, item.outcomeReason)),
    agreed: [
      ...item.decisions.map(({ text }): Agreed => ({ label: WORDS.decision, words: printable(text), lines: [] })),
      ...item.actions.map((action) => printedAction(action, minutes)),
    ],
    additions: amendments.filter((one) => one.itemId === item.id).map(printedAddition),
  };
}

function printedAction(action: MinutesItem['actions'][number], minutes: Minutes): Agreed {
  const today = minutes.actionsNow.find((one) => one.id === action.id);
  const who = listWords(action.responsible);
  const week = action.dueOn ? `uge ${isoWeek(action.dueOn).week}` : '';
  const isMoved = minutes.state === 'APPROVED' && today && today.state !== action.state;
  return {
    label: kindWords(action.kind),
    words: printable(action.title),
    lines: [
      markersWords(action.markers),
      action.expectedSigns.length > 0 ? `Tegn: »${printable(action.expectedSigns.join(' '))}«` : '',
      [who, week].filter(Boolean).join(', '),
      isMoved ? `Aftalt ved mødet, ${stateWords(today.state, today.outcome)} i dag` : '',
    ].filter((line) => line !== ''),
  };
}

const printedAddition = (amendment: Amendment): Addition => ({
  words: printableLines(amendment.text),
  by: printable(amendment.by?.displayName ?? ''),
});

/** "Referat 5. årgang 2026-11-25.pdf": what a person would call it, without what a disk refuses in a name. */
export function fileName({ state, text }: Minutes, ending: string): string {
  const day = copenhagenDate(Date.parse(text.startedAt ?? text.startsAt));
  const team = cleanFileName(text.teamName);
  return `${WORDS.minutes} ${team} ${day}${state === 'APPROVED' ? '' : ` ${WORDS.draft.toLowerCase()}`}${ending}`;
}

/** A name without what a disk refuses in one, and no longer than it can be read. */
export const cleanFileName = (name: string): string =>
  printable(name)
    .replaceAll(/["*/:<>?\\|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
