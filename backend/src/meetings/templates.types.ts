import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

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
}

/** A timed agenda to begin from; copied on use. */
@ObjectType()
export class AgendaTemplate {
  @Readable('template.system', () => ID) id!: string;
  @Readable('template.system', () => String) key!: string;
  @Readable('template.system', () => String) scope!: string;
  @Readable('template.system', () => String) name!: string;
  @Readable('template.system', () => String) purpose!: string;
  @Readable('template.system', () => String) bring!: string;
  @Readable('template.system', () => Int) minutes!: number;
  @Readable('template.system', () => [TemplateStep], { description: 'A set: sort by position.' })
  steps!: TemplateStep[];
}
