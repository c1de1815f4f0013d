import { ScopeCounter } from './platform/scope-counter.entity.ts';
import { Change } from './platform/change.entity.ts';
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
import { Session } from './identity/session.entity.ts';
import { SignInAttempt } from './identity/sign-in-attempt.entity.ts';
import { AuditEvent } from './privacy/audit-event.entity.ts';
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
import { TemplateStep } from './meetings/template-step.entity.ts';
import { ActionMarker } from './actions/action-marker.entity.ts';
import { ActionReflection } from './actions/action-reflection.entity.ts';
import { ActionResponsible } from './actions/action-responsible.entity.ts';
import { Action } from './actions/action.entity.ts';
import { MinutesAmendment } from './minutes/minutes-amendment.entity.ts';
import { MinutesApproval } from './minutes/minutes-approval.entity.ts';
import { MinutesObjection } from './minutes/minutes-objection.entity.ts';
import { Minutes } from './minutes/minutes.entity.ts';
import { PublicationKey } from './overview/publication-key.entity.ts';
import { PublishedCell } from './overview/published-cell.entity.ts';

/** Every table, in the order of the rooms. */
export const entities = [
  ScopeCounter,
  Change,
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
  Invitation,
  SignInAttempt,
  AuditEvent,
  Initiative,
  MarkerSet,
  GuidingMarker,
  MarkerSign,
  AgendaTemplate,
  TemplateStep,
  MeetingSeries,
  AgendaThread,
  Meeting,
  MeetingMarker,
  MeetingParticipant,
  AgendaItem,
  AgendaItemMarker,
  Decision,
  Action,
  ActionMarker,
  ActionResponsible,
  ActionReflection,
  Minutes,
  MinutesApproval,
  MinutesObjection,
  MinutesAmendment,
  PublishedCell,
  PublicationKey,
];
