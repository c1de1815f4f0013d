import type { IntlShape } from 'react-intl';
import type { MyAuditLinesQuery } from '../gql/graphql.ts';
import { copenhagenTime } from '#domain/copenhagen.ts';

export type LineData = MyAuditLinesQuery['myAuditLines']['lines'][number];

/** What was downloaded, where it is no minutes. */
const EXPORTED: Record<string, string> = { Material: 'MATERIAL', Meeting: 'CALENDAR' };

/** What a line is about, in words. */
export function lineWords(intl: IntlShape, { verb, object, criterion }: LineData): string {
  if (verb === 'SEARCH' && object === 'Search')
    return intl.formatMessage(
      { id: 'privacy.lookedUp.words', defaultMessage: 'Du søgte efter »{criterion}«' },
      { criterion: criterion ?? '' },
    );
  if (verb === 'SEARCH' && criterion)
    return intl.formatMessage(
      { id: 'privacy.lookedUp.search', defaultMessage: 'Du søgte en kollega: »{criterion}«' },
      { criterion },
    );
  return intl.formatMessage(
    {
      id: 'privacy.lookedUp.thing',
      defaultMessage:
        '{thing, select, SIGN_IN {Du loggede ind} SIGN_OUT {Du loggede ud} SEARCH {Listen over kolleger, der kan inviteres} Meeting {Et møde} Minutes {Et referat} SharedMinutes {Et delt referat} Action {En handling} Team {Teamets side} TeamBoard {Teamets handlinger} TeamMeetings {Teamets møder} NewMeetingPlan {Et nyt møde} SchoolOverview {Skolens overblik} MyWeek {Min uge} NoteHistory {Tidligere udgaver af en note} TeamYear {Teamets årshjul} SeriesProposal {En møderække} TemplatePage {En skabelon} EXPORT {Du hentede et referat} CALENDAR {Du hentede et møde til din kalender} MATERIAL {Du hentede en fil} other {En side}}',
    },
    { thing: verb === 'READ' ? object : verb === 'EXPORT' ? (EXPORTED[object] ?? verb) : verb },
  );
}

const ADDRESSES: Record<string, (id: string) => string> = {
  Meeting: (id) => `/moede/${id}`,
  Minutes: (id) => `/moede/${id}/referat`,
  SharedMinutes: (id) => `/delt-referat/${id}`,
  Action: (id) => `/handling/${id}`,
  Team: (id) => `/team/${id}`,
  TeamBoard: (id) => `/team/${id}/handlinger`,
  TeamMeetings: (id) => `/team/${id}/moeder`,
  TeamYear: (id) => `/team/${id}/aarshjul`,
  SeriesProposal: (id) => `/team/${id}/moederaekke`,
  TemplatePage: (id) => `/skabelon/${id}`,
  NewMeetingPlan: (id) => `/team/${id}/nyt-moede`,
  SchoolOverview: (id) => `/skole/${id}/overblik`,
  MyWeek: () => '/',
};

/** Where the thing is, or undefined for what has no page. */
export const lineAddress = ({ verb, object, objectId }: LineData): string | undefined =>
  verb === 'READ' ? ADDRESSES[object]?.(objectId ?? '') : undefined;

/** "torsdag den 26. november 14.32" */
export const lineTime = (intl: IntlShape, at: string): string =>
  `${intl.formatDate(at, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Copenhagen' })} ${copenhagenTime(Date.parse(at))}`;
