import { hash, verify } from '@node-rs/argon2';

// OWASP's argon2id floor of 2025: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** argon2id in the PHC string form. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/**
 * Verifies, and takes as long when there is no such account, so that time doesn't tell who has one.
 */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this');
  const right = await verify(stored ?? (await decoy), password);
  return right && stored !== undefined;
}
