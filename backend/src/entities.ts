import { ScopeCounter } from './platform/scope-counter.entity.ts';
import { Change } from './platform/change.entity.ts';
import { ClosingDay } from './organisation/closing-day.entity.ts';
import { Municipality } from './organisation/municipality.entity.ts';
import { Person } from './organisation/person.entity.ts';
import { RoleAssignment } from './organisation/role-assignment.entity.ts';
import { SchoolCluster } from './organisation/school-cluster.entity.ts';
import { SchoolYear } from './organisation/school-year.entity.ts';
import { School } from './organisation/school.entity.ts';
import { TeamMembership } from './organisation/team-membership.entity.ts';
import { Team } from './organisation/team.entity.ts';
import { Account } from './identity/account.entity.ts';
import { Invitation } from './identity/invitation.entity.ts';
import { OutboxSecret } from './identity/outbox-secret.entity.ts';
import { Session } from './identity/session.entity.ts';
import { SignInAttempt } from './identity/sign-in-attempt.entity.ts';
import { AuditCounter } from './privacy/audit-counter.entity.ts';
import { AuditEvent } from './privacy/audit-event.entity.ts';
import { AuditSealScope } from './privacy/audit-seal-scope.entity.ts';
import { AuditSeal } from './privacy/audit-seal.entity.ts';
import { GuidingMarker } from './markers/guiding-marker.entity.ts';
import { Initiative } from './markers/initiative.entity.ts';
import { MarkerSet } from './markers/marker-set.entity.ts';
import { MarkerSign } from './markers/marker-sign.entity.ts';
import { AgendaItemMarker } from './meetings/agenda-item-marker.entity.ts';
import { AgendaItem } from './meetings/agenda-item.entity.ts';
import { AgendaTemplate } from './meetings/agenda-template.entity.ts';
import { AgendaThread } from './meetings/agenda-thread.entity.ts';
import { Decision } from './meetings/decision.entity.ts';
import { MeetingMarker } from './meetings/meeting-marker.entity.ts';
import { MeetingParticipant } from './meetings/meeting-participant.entity.ts';
import { MeetingSeries } from './meetings/meeting-series.entity.ts';
import { Meeting } from './meetings/meeting.entity.ts';
import { SpeakingRound } from './meetings/speaking-round.entity.ts';
import { TemplateStep } from './meetings/template-step.entity.ts';
import { PreparationCount } from './preparation/preparation-count.entity.ts';
import { PreparationNote } from './preparation/preparation-note.entity.ts';
import { PreparationReady } from './preparation/preparation-ready.entity.ts';
import { ProposedItem } from './preparation/proposed-item.entity.ts';
import { MaterialFile } from './materials/material-file.entity.ts';
import { MaterialPiece } from './materials/material-piece.entity.ts';
import { Material } from './materials/material.entity.ts';
import { TemplateVersion } from './meetings/template-version.entity.ts';
import { NoteHistory } from './notes/note-history.entity.ts';
import { NoteLease } from './notes/note-lease.entity.ts';
import { NoteUpdateRow } from './notes/note-update.entity.ts';
import { Note } from './notes/note.entity.ts';
import { PulseAnswer } from './reflections/pulse-answer.entity.ts';
import { Pulse } from './reflections/pulse.entity.ts';
import { ReflectionGroup } from './reflections/reflection-group.entity.ts';
import { ReflectionPost } from './reflections/reflection-post.entity.ts';
import { SilentPost } from './reflections/silent-post.entity.ts';
import { SilentReady } from './reflections/silent-ready.entity.ts';
import { SilentWriting } from './reflections/silent-writing.entity.ts';
import { ActionMarker } from './actions/action-marker.entity.ts';
import { ActionReflection } from './actions/action-reflection.entity.ts';
import { ActionResponsible } from './actions/action-responsible.entity.ts';
import { Action } from './actions/action.entity.ts';
import { MinutesAgreement } from './minutes/minutes-agreement.entity.ts';
import { MinutesAmendment } from './minutes/minutes-amendment.entity.ts';
import { MinutesApproval } from './minutes/minutes-approval.entity.ts';
import { MinutesObjection } from './minutes/minutes-objection.entity.ts';
import { MinutesShareChoice } from './minutes/minutes-share-choice.entity.ts';
import { MinutesShare } from './minutes/minutes-share.entity.ts';
import { Minutes } from './minutes/minutes.entity.ts';
import { PublicationKey } from './overview/publication-key.entity.ts';
import { SearchRow } from './sharing/search-row.entity.ts';
import { PublishedCell } from './overview/published-cell.entity.ts';
import { LentScreen } from './projector/lent-screen.entity.ts';
import { CalendarFeed } from './notifications/calendar-feed.entity.ts';
import { MeetingNotice } from './notifications/meeting-notice.entity.ts';
import { NoticeMail } from './notifications/notice-mail.entity.ts';
import { ReplyLink } from './notifications/reply-link.entity.ts';

/** Every table, in the order of the rooms. */
export const entities = [
  ScopeCounter,
  Change,
  ClosingDay,
  Municipality,
  SchoolCluster,
  School,
  SchoolYear,
  Person,
  Team,
  TeamMembership,
  RoleAssignment,
  Account,
  Session,
  OutboxSecret,
  Invitation,
  SignInAttempt,
  AuditCounter,
  AuditEvent,
  AuditSeal,
  AuditSealScope,
  Initiative,
  MarkerSet,
  GuidingMarker,
  MarkerSign,
  AgendaTemplate,
  SpeakingRound,
  TemplateStep,
  TemplateVersion,
  MeetingSeries,
  AgendaThread,
  Meeting,
  MeetingMarker,
  MeetingParticipant,
  AgendaItem,
  AgendaItemMarker,
  Decision,
  ProposedItem,
  PreparationNote,
  PreparationReady,
  PreparationCount,
  Material,
  MaterialFile,
  MaterialPiece,
  Note,
  NoteUpdateRow,
  NoteLease,
  NoteHistory,
  SilentWriting,
  SilentPost,
  SilentReady,
  ReflectionGroup,
  ReflectionPost,
  PulseAnswer,
  Pulse,
  Action,
  ActionMarker,
  ActionResponsible,
  ActionReflection,
  Minutes,
  MinutesApproval,
  MinutesObjection,
  MinutesAmendment,
  MinutesShare,
  MinutesShareChoice,
  MinutesAgreement,
  SearchRow,
  PublishedCell,
  PublicationKey,
  LentScreen,
  MeetingNotice,
  NoticeMail,
  ReplyLink,
  CalendarFeed,
];
