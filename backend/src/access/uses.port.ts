/** Somebody's use of personal data, as it is told to the audit. Who it was is their session's, looked up when the line is written. */
export interface Use {
  sessionHash: Buffer;
  verb: 'READ' | 'SEARCH' | 'EXPORT' | 'SIGN_IN' | 'SIGN_OUT';
  /** The noun or the screen, in the words of the GraphQL schema. */
  object: string;
  objectId: string | null;
  /** What was searched for. */
  criterion: string | null;
  /** ms since 1970. */
  at: number;
}

/** The argument of `door_audit`. */
export const linesOf = (uses: readonly Use[]): string =>
  JSON.stringify(uses.map(({ sessionHash, ...use }) => ({ session: sessionHash.toString('hex'), ...use })));

/** Where access tells of each use; `privacy/`, a later room, keeps it. One a server. */
export class Uses {
  private keep: ((use: Use) => void) | undefined;

  /** Called once by `privacy/`, when its module is loaded. */
  keptBy(keep: (use: Use) => void): void {
    this.keep = keep;
  }

  /** @throws Error when no room keeps uses: nothing is shown that leaves no line */
  note(use: Use): void {
    if (!this.keep) throw new Error('No room keeps the audit (access/uses.port.ts)');
    this.keep(use);
  }
}
