import { ID, Int, ObjectType } from '@nestjs/graphql';
import type { NoteNode } from '#domain/note-doc.ts';
import { Readable } from '../access/ability.decorator.ts';
import { Json } from '../access/json.scalar.ts';
import { Material } from '../materials/material.types.ts';
import { Person } from '../organisation/organisation.types.ts';

@ObjectType()
export class MinutesMarker {
  @Readable('minutes.read', () => ID) id!: string;
  @Readable('minutes.read', () => Int) position!: number;
  @Readable('minutes.read', () => Int) slot!: number;
  @Readable('minutes.read', () => String) title!: string;
  @Readable('minutes.read', () => String) shortTitle!: string;
}

@ObjectType()
export class MinutesPerson {
  @Readable('minutes.read', () => String) displayName!: string;
  @Readable('minutes.read', () => String) initials!: string;
  @Readable('minutes.read', () => String, { nullable: true }) meetingRole!: string | null;
  @Readable('minutes.read', () => Boolean) isGuest!: boolean;
}

@ObjectType()
export class MinutesDecision {
  @Readable('minutes.read', () => ID) id!: string;
  @Readable('minutes.read', () => String) text!: string;
}

/** An action as it was agreed. */
@ObjectType()
export class MinutesAction {
  @Readable('minutes.read', () => ID) id!: string;
  @Readable('minutes.read', () => String) kind!: string;
  @Readable('minutes.read', () => String) title!: string;
  @Readable('minutes.read', () => String, { nullable: true }) dueOn!: string | null;
  @Readable('minutes.read', () => [String]) expectedSigns!: string[];
  @Readable('minutes.read', () => String) state!: string;
  @Readable('minutes.read', () => String, { nullable: true }) outcome!: string | null;
  @Readable('minutes.read', () => [MinutesMarker]) markers!: MinutesMarker[];
  @Readable('minutes.read', () => [String]) responsible!: string[];
}

@ObjectType()
export class MinutesItem {
  @Readable('minutes.read', () => ID) id!: string;
  @Readable('minutes.read', () => Int) position!: number;
  @Readable('minutes.read', () => String) title!: string;
  @Readable('minutes.read', () => String) kind!: string;
  @Readable('minutes.read', () => String) state!: string;
  @Readable('minutes.read', () => String, { nullable: true }) outcome!: string | null;
  @Readable('minutes.read', () => String, { nullable: true }) outcomeReason!: string | null;
  @Readable('minutes.read', () => String) note!: string;
  @Readable('minutes.read', () => Json, {
    nullable: true,
    description: 'The note as a tree, in the names of libs/domain/src/note-doc.ts; null where only its text is kept.',
  })
  noteDoc!: NoteNode | null;
  @Readable('minutes.read', () => String, { nullable: true }) startedAt!: string | null;
  @Readable('minutes.read', () => Boolean) broughtOver!: boolean;
  @Readable('minutes.read', () => [MinutesMarker]) markers!: MinutesMarker[];
  @Readable('minutes.read', () => [MinutesDecision]) decisions!: MinutesDecision[];
  @Readable('minutes.read', () => [MinutesAction]) actions!: MinutesAction[];
}

/** The text that is read, approved and frozen. */
@ObjectType()
export class MinutesText {
  @Readable('minutes.read', () => String) title!: string;
  @Readable('minutes.read', () => String) startsAt!: string;
  @Readable('minutes.read', () => String, { nullable: true }) startedAt!: string | null;
  @Readable('minutes.read', () => String, { nullable: true }) endedAt!: string | null;
  @Readable('minutes.read', () => Boolean) endedByClock!: boolean;
  @Readable('minutes.read', () => String) place!: string;
  @Readable('minutes.read', () => String) purpose!: string;
  @Readable('minutes.read', () => String, {
    nullable: true,
    description: 'The meeting’s own note; null in minutes frozen before it was part of them.',
  })
  note!: string | null;
  @Readable('minutes.read', () => Json, {
    nullable: true,
    description: 'The note as a tree, in the names of libs/domain/src/note-doc.ts; null where only its text is kept.',
  })
  noteDoc!: NoteNode | null;
  @Readable('minutes.read', () => String) teamName!: string;
  @Readable('minutes.read', () => String, { nullable: true }) schoolName!: string | null;
  @Readable('minutes.read', () => [MinutesMarker]) markers!: MinutesMarker[];
  @Readable('minutes.read', () => [MinutesPerson]) present!: MinutesPerson[];
  @Readable('minutes.read', () => [MinutesPerson]) absent!: MinutesPerson[];
  @Readable('minutes.read', () => [MinutesItem]) items!: MinutesItem[];
}

@ObjectType()
export class MinutesObjection {
  @Readable('minutes.taps', () => ID) id!: string;
  @Readable('minutes.taps', () => ID, { nullable: true }) itemId!: string | null;
  @Readable('minutes.taps', () => String) text!: string;
  @Readable('minutes.taps', () => String) createdAt!: string;
  @Readable('minutes.taps', () => String, { nullable: true }) answer!: string | null;
}

@ObjectType()
export class MinutesAmendment {
  @Readable('minutes.amendments', () => ID) id!: string;
  @Readable('minutes.amendments', () => ID, { nullable: true }) itemId!: string | null;
  @Readable('minutes.amendments', () => String) text!: string;
  @Readable('minutes.amendments', () => String) createdAt!: string;
  @Readable('person.basic', () => Person, { nullable: true }) by!: Person | null;
}

/** Where an action of these minutes stands today. */
@ObjectType()
export class ActionNow {
  @Readable('minutes.read', () => ID) id!: string;
  @Readable('minutes.read', () => String) state!: string;
  @Readable('minutes.read', () => String, { nullable: true }) outcome!: string | null;
}

/** A meeting's minutes; the id is the meeting's. */
@ObjectType()
export class Minutes {
  @Readable('minutes.read', () => ID) id!: string;
  @Readable('minutes.read', () => String) state!: string;
  @Readable('minutes.read', () => Int) revision!: number;
  @Readable('minutes.read', () => String) meetingState!: string;
  @Readable('minutes.read', () => ID) teamId!: string;
  @Readable('minutes.read', () => Int) liveVersion!: number;
  @Readable('minutes.read', () => String, { nullable: true }) proposedAt!: string | null;
  @Readable('minutes.read', () => String, { nullable: true }) approvedAt!: string | null;
  @Readable('minutes.read', () => String, { nullable: true }) approvedWay!: string | null;
  @Readable('minutes.read', () => String, { nullable: true }) fingerprint!: string | null;
  @Readable('minutes.read', () => MinutesText) text!: MinutesText;
  @Readable('minutes.taps', () => Int, { nullable: true, description: 'How many have tapped; never who.' }) taps!:
    number | null;
  @Readable('minutes.taps', () => Int, { nullable: true }) presentCount!: number | null;
  @Readable('minutes.read', () => Boolean) ownTap!: boolean;
  @Readable('minutes.read', () => Boolean) wasPresent!: boolean;
  @Readable('minutes.taps', () => [MinutesObjection], { nullable: true }) objections!: MinutesObjection[] | null;
  @Readable('minutes.amendments', () => [MinutesAmendment], { nullable: true }) amendments!: MinutesAmendment[] | null;
  @Readable('minutes.read', () => [ActionNow]) actionsNow!: ActionNow[];
  @Readable('material.read', () => [Material], {
    nullable: true,
    description: 'Files and links of the meeting; they are no part of the text that is approved.',
  })
  materials!: Material[] | null;
  @Readable('note.history', () => [ID], {
    nullable: true,
    description: 'The notes whose earlier versions are still kept.',
  })
  notesWithHistory!: string[] | null;
}
