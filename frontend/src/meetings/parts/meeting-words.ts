import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';

const KINDS: Record<string, MessageDescriptor> = defineMessages({
  ORIENTATION: { id: 'meetings.kind.orientation', defaultMessage: 'orientering' },
  DISCUSSION: { id: 'meetings.kind.discussion', defaultMessage: 'drøftelse' },
  DECISION: { id: 'meetings.kind.decision', defaultMessage: 'beslutning' },
  REFLECTION: { id: 'meetings.kind.reflection', defaultMessage: 'refleksion' },
  FOLLOW_UP: { id: 'meetings.kind.followUp', defaultMessage: 'opfølgning' },
  EVALUATION: { id: 'meetings.kind.evaluation', defaultMessage: 'evaluering' },
  BREAK: { id: 'meetings.kind.break', defaultMessage: 'pause' },
});

const ROLES: Record<string, MessageDescriptor> = defineMessages({
  FACILITATOR: { id: 'meetings.role.facilitator', defaultMessage: 'Mødeleder' },
  NOTE_TAKER: { id: 'meetings.role.noteTaker', defaultMessage: 'Referent' },
  TIMEKEEPER: { id: 'meetings.role.timekeeper', defaultMessage: 'Tidsholder' },
  FOCUS_PERSON: { id: 'meetings.role.focusPerson', defaultMessage: 'Fokusperson' },
  INTERVIEWER: { id: 'meetings.role.interviewer', defaultMessage: 'Interviewer' },
  OBSERVER: { id: 'meetings.role.observer', defaultMessage: 'Observatør' },
  PRESENTER: { id: 'meetings.role.presenter', defaultMessage: 'Oplægsholder' },
});

const STATES: Record<string, MessageDescriptor> = defineMessages({
  DRAFT: { id: 'meetings.state.draft', defaultMessage: 'Kladde' },
  CONVENED: { id: 'meetings.state.convened', defaultMessage: 'Indkaldt' },
  IN_PROGRESS: { id: 'meetings.state.inProgress', defaultMessage: 'I gang nu' },
  HELD: { id: 'meetings.state.held', defaultMessage: 'Afholdt' },
  CLOSED: { id: 'meetings.state.closed', defaultMessage: 'Afsluttet' },
  CANCELLED: { id: 'meetings.state.cancelled', defaultMessage: 'Aflyst' },
});

const worded = (intl: IntlShape, words: Record<string, MessageDescriptor>, key: string): string => {
  const message = words[key];
  return message ? intl.formatMessage(message) : key;
};

/** What kind of item it is, in lower case: "drøftelse". */
export const kindWords = (intl: IntlShape, kind: string): string => worded(intl, KINDS, kind);
export const roleWords = (intl: IntlShape, role: string): string => worded(intl, ROLES, role);
export const meetingStateWords = (intl: IntlShape, state: string): string => worded(intl, STATES, state);

/** "Pejlemærke 2: Tydelige rammer" */
export const markerWords = (intl: IntlShape, marker: { position: number; shortTitle: string }): string =>
  intl.formatMessage(
    { id: 'meetings.marker', defaultMessage: 'Pejlemærke {number}: {title}' },
    { number: marker.position, title: marker.shortTitle },
  );
