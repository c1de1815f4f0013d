import { defineMessages, type IntlShape } from 'react-intl';
import { SEARCH_KINDS, type SearchKind } from '#domain/search-kinds.ts';
import { materialPlace } from '../materials/parts/material-place.ts';
import { dayWords, weekOf } from '../meetings/parts/meeting-time.ts';
import type { HitData } from './use-search.ts';

/** Under what each kind stands in the list. */
const KINDS = defineMessages({
  MEETING: { id: 'sharing.kind.meeting', defaultMessage: 'Møder' },
  ITEM: { id: 'sharing.kind.item', defaultMessage: 'Dagsordenspunkter' },
  NOTE: { id: 'sharing.kind.note', defaultMessage: 'Noter' },
  DECISION: { id: 'sharing.kind.decision', defaultMessage: 'Beslutninger' },
  ACTION: { id: 'sharing.kind.action', defaultMessage: 'Handlinger' },
  MINUTES: { id: 'sharing.kind.minutes', defaultMessage: 'Godkendte referater' },
  MATERIAL: { id: 'sharing.kind.material', defaultMessage: 'Filer og links' },
});

export const kindWords = (intl: IntlShape, kind: SearchKind): string => intl.formatMessage(KINDS[kind]);

/** What one of them is called. */
const ONE = defineMessages({
  MEETING: { id: 'sharing.one.meeting', defaultMessage: 'Møde' },
  ITEM: { id: 'sharing.one.item', defaultMessage: 'Dagsordenspunkt' },
  NOTE: { id: 'sharing.one.note', defaultMessage: 'Note' },
  DECISION: { id: 'sharing.one.decision', defaultMessage: 'Beslutning' },
  ACTION: { id: 'sharing.one.action', defaultMessage: 'Handling' },
  MINUTES: { id: 'sharing.one.minutes', defaultMessage: 'Godkendt referat' },
  MATERIAL: { id: 'sharing.one.material', defaultMessage: 'Materiale' },
});

export const oneWords = (intl: IntlShape, kind: string): string => (isKind(kind) ? intl.formatMessage(ONE[kind]) : '');

export const isKind = (kind: string | null): kind is SearchKind => SEARCH_KINDS.some((one) => one === kind);

/** Words that can be looked for: one letter alone says nothing. */
export const isSearchable = (text: string): boolean => text.trim().length > 1;

/** The page where all of a meeting's files and links stand in one list, at the one that was found. */
function materialAddress(meeting: string, { meetingState, objectId }: HitData, isMember: boolean): string {
  const place = materialPlace(objectId);
  if (meetingState === 'CANCELLED') return `${meeting}#${place}`;
  if (meetingState !== 'HELD' && meetingState !== 'CLOSED') return `${meeting}/forberedelse#${place}`;
  return isMember ? `${meeting}/referat#${place}` : `${meeting}#${place}`;
}

/** Where a hit is opened: an action at its own page, all else at its meeting, as far as that has come. */
export function hitAddress(hit: HitData, isMember: boolean): string {
  if (hit.kind === 'ACTION') return `/handling/${hit.objectId}`;
  const meeting = `/moede/${hit.meetingId ?? ''}`;
  if (hit.kind === 'MATERIAL') return materialAddress(meeting, hit, isMember);
  if (hit.meetingState === 'DRAFT' || hit.meetingState === 'CANCELLED') return `${meeting}/planlaeg`;
  // Minutes that are not approved are opened by the team; others come to the meeting's own page.
  const hasMinutes = hit.meetingState === 'CLOSED' || (hit.meetingState === 'HELD' && isMember);
  return hasMinutes ? `${meeting}/referat` : meeting;
}

/** "PLF-møde, uge 47, 16. november 2026 · 5. årgang": what it hangs on, when, and whose, where its name does not say so already. */
export function whereWords(intl: IntlShape, hit: HitData): string {
  const when = intl.formatMessage(
    { id: 'sharing.when', defaultMessage: 'uge {week}, {day}' },
    { week: weekOf(hit.at), day: dayWords(intl, hit.at) },
  );
  const of = hit.kind === 'MEETING' || hit.meetingTitle === null ? when : `${hit.meetingTitle}, ${when}`;
  return hit.meetingTitle?.includes(hit.teamName) ? of : `${of} · ${hit.teamName}`;
}

/** The words of a hit in one line, as a screen reader says them. */
export const spokenWords = (intl: IntlShape, hit: HitData): string =>
  `${hit.title.map(({ text }) => text).join('')}, ${whereWords(intl, hit)}`;
