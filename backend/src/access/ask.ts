import { notFound, Refusal } from '../platform/errors.ts';
import type { EarlyWork } from '../platform/unit-of-work.ts';
import { abilityNamed, holds } from './policy.ts';
import { checkedId } from './request.ts';

/** The nouns whose relation to the viewer SQL works out. */
type Noun = 'team' | 'meeting' | 'action';

/**
 * Asks, inside a unit of work, whether the person may do this with that thing. The answer is noted, so that a mutation
 * whose ability was never asked does not commit.
 * @throws Refusal NOT_FOUND when the person may not even see the thing or it is not there (answered alike);
 *   NOT_ALLOWED when they see it and may not do this.
 */
export async function ask(
  work: Pick<EarlyWork, 'query' | 'asked'>,
  ability: string,
  noun: Noun,
  id: string,
  seenBy: string,
): Promise<number> {
  const rows = await work.query<{ rel: number }>(`select ${noun}_rel($1) as rel`, [checkedId(id)]);
  const relation = rows[0]?.rel ?? 0;
  requireAbility(work, ability, relation, seenBy);
  return relation;
}

/** As `ask`, for a relation that was read together with its row. */
export function requireAbility(
  work: Pick<EarlyWork, 'asked'>,
  ability: string,
  relation: number,
  seenBy: string,
): void {
  const wanted = abilityNamed(ability);
  const seeing = abilityNamed(seenBy);
  if (!wanted || !seeing) throw new Error(`No policy declares ${wanted ? seenBy : ability}`);
  work.asked.add(ability);
  if (!holds(seeing, relation)) throw notFound();
  if (!holds(wanted, relation)) throw new Refusal('NOT_ALLOWED');
}
