import { ID, Int, ObjectType } from '@nestjs/graphql';
import type { NoteNode } from '#domain/note-doc.ts';
import type { SharingStanding } from '#domain/sharing-agreement.ts';
import { Readable } from '../access/ability.decorator.ts';
import { Json } from '../access/json.scalar.ts';
import { Person } from '../organisation/organisation.types.ts';

const NOTE_TREE = 'The note as a tree, in the names of libs/domain/src/note-doc.ts; a mention is its name alone.';

@ObjectType()
export class LeaderCopyMarker {
  @Readable('marker.read', () => Int) position!: number;
  @Readable('marker.read', () => Int) slot!: number;
  @Readable('marker.read', () => String) shortTitle!: string;
}

/** An action as it was agreed: whoever took it on is the team. */
@ObjectType()
export class LeaderCopyAction {
  @Readable('minutes.copyActions', () => String) kind!: string;
  @Readable('minutes.copyActions', () => String) title!: string;
  @Readable('minutes.copyActions', () => [String]) expectedSigns!: string[];
  @Readable('minutes.copyActions', () => String, { nullable: true, description: 'The ISO week it is due in.' })
  dueWeek!: string | null;
  @Readable('minutes.copyActions', () => Boolean, { description: 'Whether somebody in the team has taken it on.' })
  takenOn!: boolean;
  @Readable('minutes.copyActions', () => [LeaderCopyMarker]) markers!: LeaderCopyMarker[];
}

@ObjectType()
export class LeaderCopyItem {
  @Readable('minutes.copy', () => Int) position!: number;
  @Readable('minutes.copy', () => String) title!: string;
  @Readable('minutes.copy', () => String) kind!: string;
  @Readable('minutes.copy', () => String, { nullable: true }) outcome!: string | null;
  @Readable('minutes.copy', () => String, { nullable: true }) outcomeReason!: string | null;
  @Readable('minutes.copy', () => String) note!: string;
  @Readable('minutes.copy', () => Json, { nullable: true, description: NOTE_TREE }) noteDoc!: NoteNode | null;
  @Readable('minutes.copy', () => [LeaderCopyMarker]) markers!: LeaderCopyMarker[];
  @Readable('minutes.copyDecisions', () => [String]) decisions!: string[];
  @Readable('minutes.copyActions', () => [LeaderCopyAction]) actions!: LeaderCopyAction[];
  @Readable('minutes.copyAmendments', () => [String]) amendments!: string[];
}

/** Approved minutes without attendance, clock times and persons. */
@ObjectType()
export class LeaderCopy {
  @Readable('minutes.copy', () => String) title!: string;
  @Readable('minutes.copy', () => String, { description: 'The ISO week of the meeting, 2026-W48.' }) week!: string;
  @Readable('minutes.copy', () => String) purpose!: string;
  @Readable('minutes.copy', () => String) teamName!: string;
  @Readable('minutes.copy', () => String, { nullable: true }) schoolName!: string | null;
  @Readable('minutes.copy', () => String) note!: string;
  @Readable('minutes.copy', () => Json, { nullable: true, description: NOTE_TREE }) noteDoc!: NoteNode | null;
  @Readable('minutes.copy', () => [LeaderCopyMarker]) markers!: LeaderCopyMarker[];
  @Readable('minutes.copy', () => [LeaderCopyItem]) items!: LeaderCopyItem[];
  @Readable('minutes.copyAmendments', () => [String]) amendments!: string[];
}

/** Minutes that are shared now, where they are listed. */
@ObjectType()
export class SharedMinutesLine {
  @Readable('minutes.shared', () => ID) id!: string;
  @Readable('minutes.shared', () => String) title!: string;
  @Readable('minutes.shared', () => String, { description: 'The ISO week of the meeting.' }) week!: string;
  @Readable('minutes.shared', () => String, { description: 'The day it was shared, yyyy-mm-dd.' }) sharedOn!: string;
}

/** What a leader reads of a team's meeting, as it was when the team shared it. */
@ObjectType()
export class SharedMinutes {
  @Readable('minutes.shared', () => ID) id!: string;
  @Readable('minutes.shared', () => String, { description: 'The day it was shared, yyyy-mm-dd.' }) sharedOn!: string;
  @Readable('team.name', () => ID) teamId!: string;
  @Readable('team.name', () => ID) schoolId!: string;
  @Readable('minutes.copy', () => LeaderCopy) copy!: LeaderCopy;
  @Readable('minutes.shared', () => Int, { description: 'The viewer’s own.' }) liveVersion!: number;
}

/** Whether a meeting's minutes are shared, and what its leaders would read; the id is the meeting's. */
@ObjectType()
export class MinutesSharing {
  @Readable('minutes.shared', () => ID) id!: string;
  @Readable('minutes.shared', () => SharedMinutesLine, { nullable: true }) shared!: SharedMinutesLine | null;
  @Readable('minutes.shared', () => Boolean, {
    description: 'Whether what is shared is what sharing anew would give: false when something was added since.',
  })
  isUpToDate!: boolean;
  @Readable('minutes.choice', () => Boolean, {
    description: 'Whether what is shared was shared as the school agreed, by nobody in particular.',
  })
  isByAgreement!: boolean;
  @Readable('team.name', () => String, { nullable: true }) schoolName!: string | null;
  @Readable('person.basic', () => [Person], { description: 'The school’s leaders now.' }) receivers!: Person[];
  @Readable('minutes.copy', () => LeaderCopy, { description: 'What sharing now would give.' }) copy!: LeaderCopy;
  @Readable('minutes.shared', () => String, { description: 'The copy’s fingerprint, said again when it is shared.' })
  fingerprint!: string;
}

/** Whether a meeting's minutes are shared as they are approved, as it stands now; the id is the meeting's. */
@ObjectType()
export class MinutesSharingChoice {
  @Readable('minutes.choice', () => ID) id!: string;
  @Readable('minutes.choice', () => String, { description: 'By the names of libs/domain/src/sharing-agreement.ts.' })
  standing!: SharingStanding;
  @Readable('person.basic', () => [Person], { description: 'The school’s leaders now.' }) receivers!: Person[];
  @Readable('minutes.choice', () => Boolean, { description: 'Whether the viewer is of the team that chooses.' })
  mayChoose!: boolean;
  @Readable('team.name', () => ID) teamId!: string;
  @Readable('minutes.choice', () => Int, { description: 'The team’s.' }) liveVersion!: number;
}

/** A school's agreement that approved minutes are shared with its leaders; the id is the school's. */
@ObjectType()
export class MinutesAgreement {
  @Readable('minutes.agreement', () => ID) id!: string;
  @Readable('minutes.agreement', () => String, {
    nullable: true,
    description: 'Since when it holds; null while there is none.',
  })
  since!: string | null;
  @Readable('minutes.agreement', () => Boolean, { description: 'Whether the viewer leads the school.' })
  mayKeep!: boolean;
}
