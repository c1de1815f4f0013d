import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Person, School } from '../organisation/organisation.types.ts';

/** A timed step of a template. */
@ObjectType()
export class TemplateStep {
  @Readable('template.system', () => ID) id!: string;
  @Readable('template.system', () => Int) position!: number;
  @Readable('template.system', () => String) key!: string;
  @Readable('template.system', () => String) title!: string;
  @Readable('template.system', () => String) kind!: string;
  @Readable('template.system', () => String) track!: string;
  @Readable('template.system', () => Int) minutes!: number;
  @Readable('template.system', () => Int) minMinutes!: number;
  @Readable('template.system', () => String) guidance!: string;
  @Readable('template.system', () => Boolean, { description: 'It stands: it comes back from meeting to meeting.' })
  recurs!: boolean;
}

/** A timed agenda to begin from; copied on use. */
@ObjectType()
export class AgendaTemplate {
  @Readable('template.system', () => ID) id!: string;
  @Readable('template.system', () => String) key!: string;
  @Readable('template.system', () => String, { description: 'Whose it is: SYSTEM, MUNICIPALITY, SCHOOL or TEAM.' })
  scope!: string;
  @Readable('template.system', () => String) name!: string;
  @Readable('template.system', () => String) purpose!: string;
  @Readable('template.system', () => String) bring!: string;
  @Readable('template.system', () => Int) minutes!: number;
  @Readable('template.system', () => [String], { description: 'Roles that the meeting needs somebody for.' })
  roles!: string[];
  @Readable('template.system', () => Int) version!: number;
  @Readable('template.system', () => String, { nullable: true, description: 'Who handed it up, where it was.' })
  from!: string | null;
  @Readable('template.system', () => String, { nullable: true }) retiredAt!: string | null;
  @Readable('template.system', () => [TemplateStep], { description: 'A set: sort by position.' })
  steps!: TemplateStep[];
}

/** The templates one may choose among, each list in its order. A list is null for whom it is not. */
@ObjectType()
export class TemplateShelf {
  @Readable('template.system', () => ID, { description: 'The team’s, the school’s or the municipality’s.' })
  id!: string;
  @Readable('template.team', () => [AgendaTemplate], { nullable: true }) ofTeam!: AgendaTemplate[] | null;
  @Readable('template.school', () => [AgendaTemplate], { nullable: true }) ofSchool!: AgendaTemplate[] | null;
  @Readable('template.system', () => [AgendaTemplate]) ofMunicipality!: AgendaTemplate[];
  @Readable('template.system', () => [AgendaTemplate]) ofPejling!: AgendaTemplate[];
}

/** Whoever has templates of their own, and all they may choose among. */
@ObjectType()
export class TemplateHome {
  @Readable('template.system', () => ID) id!: string;
  @Readable('template.system', () => String) ownerName!: string;
  @Readable('template.system', () => String, { nullable: true, description: 'A team’s school.' })
  schoolName!: string | null;
  @Readable('template.system', () => Boolean, { description: 'Whether the viewer writes them.' }) mayKeep!: boolean;
  @Readable('template.system', () => TemplateShelf) shelf!: TemplateShelf;
  @Readable('template.keep', () => [AgendaTemplate], {
    nullable: true,
    description: 'Out of use: offered to nobody.',
  })
  retired!: AgendaTemplate[] | null;
  @Readable('school.name', () => [School], {
    nullable: true,
    description: 'For whoever keeps the templates of schools they don’t lead.',
  })
  schools!: School[] | null;
  @Readable('template.system', () => Int, { nullable: true, description: 'Of the team’s scope.' })
  liveVersion!: number | null;
  @Readable('template.school', () => ID, {
    nullable: true,
    description: 'The school’s whose templates are among them.',
  })
  schoolId!: string | null;
  @Readable('template.school', () => Int, { nullable: true, description: 'Of the school’s scope.' })
  schoolVersion!: number | null;
  @Readable('template.system', () => Int, { description: 'Of the municipality’s scope.' })
  municipalityVersion!: number;
}

/** One thing a version changed. */
@ObjectType()
export class TemplateChange {
  @Readable('template.keep', () => String) what!: string;
  @Readable('template.keep', () => String, { nullable: true }) step!: string | null;
  @Readable('template.keep', () => String, { nullable: true }) from!: string | null;
  @Readable('template.keep', () => String, { nullable: true }) to!: string | null;
}

/** A step of an earlier version. */
@ObjectType()
export class VersionStep {
  @Readable('template.keep', () => String) title!: string;
  @Readable('template.keep', () => Int) minutes!: number;
  @Readable('template.keep', () => Int) minMinutes!: number;
  @Readable('template.keep', () => String) guidance!: string;
}

/** A template as it was saved once. */
@ObjectType()
export class TemplateVersion {
  @Readable('template.keep', () => ID) id!: string;
  @Readable('template.keep', () => Int) version!: number;
  @Readable('template.keep', () => String) savedAt!: string;
  @Readable('template.keep', () => Person, { nullable: true, description: 'Null where it was handed up.' })
  savedBy!: Person | null;
  @Readable('template.keep', () => Int, { nullable: true, description: 'The version that was put back.' })
  putBack!: number | null;
  @Readable('template.keep', () => String) name!: string;
  @Readable('template.keep', () => [VersionStep]) steps!: VersionStep[];
  @Readable('template.keep', () => [TemplateChange]) changes!: TemplateChange[];
}

/** Whether a template stands at a level above, as a copy. */
@ObjectType()
export class TemplateSharing {
  @Readable('template.keep', () => String, { description: 'SCHOOL or MUNICIPALITY.' }) level!: string;
  @Readable('template.keep', () => String) ownerName!: string;
  @Readable('template.keep', () => Boolean) isShared!: boolean;
  @Readable('template.keep', () => Boolean, { description: 'The copy says the same as the template.' })
  isUpToDate!: boolean;
}

/** One template with its versions. */
@ObjectType()
export class TemplatePage {
  @Readable('template.system', () => ID) id!: string;
  @Readable('template.system', () => AgendaTemplate) template!: AgendaTemplate;
  @Readable('template.system', () => ID, { nullable: true, description: 'Null for what comes with Pejling.' })
  ownerId!: string | null;
  @Readable('template.system', () => String, { nullable: true }) ownerName!: string | null;
  @Readable('template.system', () => Boolean) mayKeep!: boolean;
  @Readable('template.keep', () => [TemplateVersion], { nullable: true, description: 'Newest first.' })
  versions!: TemplateVersion[] | null;
  @Readable('template.keep', () => Int, { nullable: true, description: 'Where the next page of versions begins.' })
  versionCursor!: number | null;
  @Readable('template.keep', () => [TemplateSharing], { nullable: true }) sharing!: TemplateSharing[] | null;
}

@InputType()
export class TemplateStepInput {
  @Field(() => String, {
    description: 'What it is known by from version to version; made by the screen for a new one.',
  })
  key!: string;
  @Field(() => String) title!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) track!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => Int) minMinutes!: number;
  @Field(() => String) guidance!: string;
  @Field(() => Boolean) recurs!: boolean;
}

@InputType()
export class TemplateInput {
  @Field(() => String) name!: string;
  @Field(() => String) purpose!: string;
  @Field(() => String) bring!: string;
  @Field(() => [String]) roles!: string[];
  @Field(() => [TemplateStepInput]) steps!: TemplateStepInput[];
}

/** Whose a template is to be. */
@InputType()
export class TemplateOwnerInput {
  @Field(() => String, { description: 'TEAM, SCHOOL or MUNICIPALITY.' }) scope!: string;
  @Field(() => ID) id!: string;
}
