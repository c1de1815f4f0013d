import { ROTATING_ROLES } from './role.ts';

/**
 * Roles for the next meeting: everybody moves one place since the last time, so that leading, writing and keeping the time
 * go round (domain 2.4). Each person gets at most one; a small team leaves the last roles open.
 * @param members in the order they take turns
 * @param lastFacilitator who led last time; null or somebody who has left begins from the top
 */
export function rotateRoles(members: readonly string[], lastFacilitator: string | null): Map<string, string> {
  const from = lastFacilitator === null ? 0 : members.indexOf(lastFacilitator) + 1;
  return new Map(
    ROTATING_ROLES.slice(0, members.length).map((role, n) => [members[(from + n) % members.length]!, role]),
  );
}
