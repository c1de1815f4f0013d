import { ID, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

@ObjectType()
export class School {
  @Readable('school.name', () => ID) id!: string;
  @Readable('school.name', () => String) name!: string;
  @Readable('school.name', () => String) kind!: string;
}

@ObjectType()
export class Person {
  @Readable('person.basic', () => ID) id!: string;
  @Readable('person.basic', () => String) displayName!: string;
  @Readable('person.basic', () => String) initials!: string;
  @Readable('person.basic', () => [String]) professions!: string[];
}

@ObjectType()
export class TeamMember {
  @Readable('team.members', () => ID) id!: string;
  @Readable('team.members', () => String) function!: string;
  @Readable('team.members', () => Person, { nullable: true }) person!: Person | null;
}

@ObjectType()
export class Team {
  @Readable('team.name', () => ID) id!: string;
  @Readable('team.name', () => String) name!: string;
  @Readable('team.name', () => String) kind!: string;
  @Readable('team.name', () => String, { description: 'In the form 2026-2027.' }) schoolYear!: string;
  @Readable('team.name', () => String, { nullable: true }) gradeBand!: string | null;
  @Readable('school.name', () => School, { nullable: true }) school!: School | null;
  @Readable('team.members', () => [TeamMember], { nullable: true }) members!: TeamMember[] | null;
}
