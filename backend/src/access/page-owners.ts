import type { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { sessionWith, type RequestContext } from './request.ts';

/** Some two megabytes. */
const MOST_KNOWN = 10_000;

/**
 * Whose page an operation comes from. On a computer that is shared, a page that was left open by one would otherwise read and
 * write in the name of whoever has signed in since in another tab.
 */
export class PageOwners {
  /** Session and person, as they were found together: a session is never given to anybody else, so what is known stays true. */
  private readonly known = new Set<string>();

  constructor(private readonly database: Database) {}

  /**
   * Asked before anything of an operation is read. Where nobody is signed in the operation itself says so, if it needs to know.
   * @throws Refusal ANOTHER_PERSON for the page of somebody else than who is signed in
   */
  async requireOwn({ page, sessionHash }: Pick<RequestContext, 'page' | 'sessionHash'>): Promise<void> {
    if (page === undefined || sessionHash.length === 0) return;
    const both = `${sessionHash.toString('latin1')}${page}`;
    // One look-up a session: it must not cost each of its operations a way to the database.
    if (this.known.has(both)) return;
    const session = await sessionWith(sessionHash, this.database);
    if (!session) return;
    if (session.personId !== page) throw new Refusal('ANOTHER_PERSON');
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.add(both);
  }
}
