import { ApolloLink } from '@apollo/client';
import { Observable } from 'rxjs';
import type { LiveChange } from '#live-protocol/change.ts';

/**
 * The answers that are on their way. What changed after an answer was read may well arrive before the answer does; the answer
 * would then put the older state back on the screen, and nothing would come to mend it. So whatever was applied while it was
 * under way is applied once more on top of it.
 */
export class UnderWay {
  private readonly asked = new Set<LiveChange[]>();
  private again: (changes: readonly LiveChange[]) => void = () => undefined;

  /** @param again is handed, in their order, the changes that an answer which is now in the cache may lack */
  onLateAnswer(again: (changes: readonly LiveChange[]) => void): void {
    this.again = again;
  }

  /** This change is in the cache. */
  applied(change: LiveChange): void {
    for (const since of this.asked) since.push(change);
  }

  /** Stands right before what carries a question to the server, so that each try begins by itself. */
  readonly link = new ApolloLink((operation, forward) => {
    if (operation.operationType !== 'query') return forward(operation);
    return new Observable((observer) => {
      const since: LiveChange[] = [];
      this.asked.add(since);
      const under = forward(operation).subscribe({
        next: (result) => {
          // The cache has it when this returns.
          observer.next(result);
          this.asked.delete(since);
          if (since.length > 0) this.again(since);
        },
        error: (error) => observer.error(error),
        complete: () => observer.complete(),
      });
      return () => {
        this.asked.delete(since);
        under.unsubscribe();
      };
    });
  });
}
