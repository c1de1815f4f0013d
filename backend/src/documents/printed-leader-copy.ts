import { printable, printableLines } from '#domain/printable.ts';
import type { LeaderCopyAction, LeaderCopyItem, SharedMinutes } from '../minutes/share.types.ts';
import { kindWords, outcomeWords, WORDS } from './minutes-words.ts';
import { noteBlocks } from './note-blocks.ts';
import { cleanFileName, dayWords, markerName, markersWords } from './printed-minutes.ts';
import type { Addition, Agreed, PrintedItem, PrintedMinutes } from './printed.ts';

/** 48 and 2026, of 2026-W48. */
const weekWords = (week: string): string => `uge ${Number(week.slice(-2))}, ${week.slice(0, 4)}`;
const weekNumber = (week: string): string => `uge ${Number(week.slice(-2))}`;

/**
 * What a leader reads of a meeting, as it is printed: the words of its page, in their order, and no more.
 * @param shared as `screen_shared_minutes` answers its viewer
 */
export function printedLeaderCopy({ copy, sharedOn }: SharedMinutes): PrintedMinutes {
  const team = printable([copy.teamName, copy.schoolName].filter(Boolean).join(', '));
  const heading = printable(`${copy.title}, ${weekNumber(copy.week)}`);
  const [year, month, day] = sharedOn.split('-').map(Number);
  const additions = copy.amendments.map(addition);
  return {
    documentTitle: `${WORDS.shared}: ${heading}, ${team}`,
    kicker: `${WORDS.shared} · ${team}`,
    team,
    heading,
    purpose: printable(copy.purpose),
    date: { year: year!, month: month!, day: day! },
    facts: [
      { term: WORDS.when, words: weekWords(copy.week) },
      { term: WORDS.markers, words: copy.markers.map(markerName).join('; ') },
    ].filter(({ words }) => words !== ''),
    draft: null,
    approval: {
      heading: WORDS.sharedOn,
      words: `${dayWords(`${sharedOn}T12:00:00Z`)}. ${WORDS.sharedWhat}`,
      fingerprint: '',
    },
    items: copy.items.map(printedItem),
    note: copy.note ? { heading: WORDS.meetingNote, blocks: noteBlocks(copy.noteDoc, copy.note) } : null,
    additions: additions.length > 0 ? { heading: WORDS.additions, each: additions } : null,
    words: { addition: WORDS.addition, done: WORDS.done, notDone: WORDS.notDone, page: WORDS.page, of: WORDS.of },
  };
}

const printedItem = (item: LeaderCopyItem): PrintedItem => ({
  title: printable(`${item.position} ${item.title}`),
  markers: markersWords(item.markers),
  time: '',
  note: noteBlocks(item.noteDoc, item.note),
  outcome: printable(outcomeWords(item.outcome, item.outcomeReason)),
  agreed: [
    ...item.decisions.map((text): Agreed => ({ label: WORDS.decision, words: printable(text), lines: [] })),
    ...item.actions.map(printedAction),
  ],
  additions: item.amendments.map(addition),
});

const printedAction = (action: LeaderCopyAction): Agreed => ({
  label: kindWords(action.kind),
  words: printable(action.title),
  lines: [
    markersWords(action.markers),
    action.expectedSigns.length > 0 ? `Tegn: »${printable(action.expectedSigns.join(' '))}«` : '',
    [action.takenOn ? WORDS.theTeam : '', action.dueWeek ? weekNumber(action.dueWeek) : ''].filter(Boolean).join(', '),
  ].filter((line) => line !== ''),
});

const addition = (text: string): Addition => ({ words: printableLines(text), by: '' });

/** "Delt referat 5. årgang uge 48, 2026.pdf". */
export const leaderCopyName = ({ copy }: SharedMinutes, ending: string): string =>
  `${WORDS.shared} ${cleanFileName(copy.teamName)} ${weekWords(copy.week)}${ending}`;
