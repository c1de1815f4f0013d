import { Args, Field, ObjectType, Resolver } from '@nestjs/graphql';
import { May, QueryFor } from './ability.decorator.ts';
import { LeavesNoLine } from './audited.ts';
import { allAbilities, ANYONE } from './policy.ts';

@ObjectType()
export class ViewerCell {
  @Field(() => String) @May(ANYONE) viewer!: string;
  @Field(() => String, { description: 'yes, own, attending, leads, week, tables, basic … as in the table.' })
  @May(ANYONE)
  cell!: string;
}

/** Who may have something, answered from the policies themselves. */
@ObjectType()
export class WhoSees {
  @Field(() => String) @May(ANYONE) ability!: string;
  @Field(() => String, { nullable: true, description: 'The row of the table; null for what is done rather than seen.' })
  @May(ANYONE)
  row!: string | null;
  @Field(() => [ViewerCell]) @May(ANYONE) viewers!: ViewerCell[];
}

/** "Hvem ser hvad": no secret, it is printed for everybody. */
@Resolver()
export class WhoSeesWhatResolver {
  @QueryFor(ANYONE, () => [WhoSees])
  @LeavesNoLine('The rules themselves, the same for everybody.')
  whoSeesWhat(@Args('abilities', { type: () => [String], nullable: true }) abilities: string[] | null): WhoSees[] {
    const all = allAbilities();
    // Left out altogether, the argument is undefined rather than null.
    const rows = abilities ? all.filter((one) => abilities.includes(one.name)).map((one) => one.row) : null;
    // By the row: the same thing may be read by one ability in the team and by another in the school's overview.
    return all
      .filter((ability) => ability.row !== undefined && (rows === null || rows.includes(ability.row)))
      .map((ability) => ({
        ability: ability.name,
        row: ability.row ?? null,
        viewers: Object.entries(ability.viewers).map(([viewer, cell]) => ({ viewer, cell })),
      }));
  }
}
