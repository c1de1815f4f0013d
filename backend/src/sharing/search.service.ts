import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { fragmentOf, piecesOf, type Sought } from '#domain/found-pieces.ts';
import type { searchInput } from '#inputs/search.ts';
import { connectionOf } from '../platform/connection.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import type { SearchHit, SearchResult } from './search.types.ts';

const A_PAGE = 20;
const LONGEST_MS = 3_000;

interface FoundRow extends SearchHit {
  foundTitle: string;
  foundText: string;
  cursor: string;
}

type Answer = { refused: 'SIGNED_OUT' } | ({ hits: FoundRow[] } & Sought);

/** A search through what somebody could open. */
@Injectable()
export class SearchService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws Refusal SIGNED_OUT; INPUT_REFUSED, TOO_BROAD, for words that take longer than anybody waits */
  async search(sessionHash: Buffer, asked: z.infer<typeof searchInput>): Promise<SearchResult> {
    if (sessionHash.length === 0) throw new Refusal('SIGNED_OUT');
    const answer = await this.ask([
      sessionHash,
      asked.text,
      asked.kinds,
      asked.teamId,
      asked.schoolYear,
      asked.after,
      A_PAGE,
    ]);
    if ('refused' in answer) throw new Refusal('SIGNED_OUT');
    const { hits, words, stems } = answer;
    const shown = hits.slice(0, A_PAGE);
    return {
      hits: shown.map((row) => withPieces(row, { words, stems })),
      cursor: hits.length > A_PAGE ? shown.at(-1)!.cursor : null,
    };
  }

  /** The limit of time, the statement and its end in one round trip. */
  private async ask(values: unknown[]): Promise<Answer> {
    const client = await this.database.pool.connect();
    try {
      const { query, plain, together } = connectionOf(client);
      const [, [row]] = await together(() => [
        plain(`BEGIN; set local statement_timeout = ${LONGEST_MS}`),
        query<{ answer: Answer }>('select screen_search($1, $2, $3, $4, $5, $6, $7) as answer', values),
        plain('ROLLBACK'),
      ]);
      return row!.answer;
    } catch (error) {
      if ((error as { code?: unknown }).code !== QUERY_CANCELED) throw error;
      throw new Refusal('INPUT_REFUSED', { fields: [{ field: 'text', problem: 'TOO_BROAD' }] });
    } finally {
      client.release();
    }
  }
}

const QUERY_CANCELED = '57014';

/** Where a row was found: in its title, and in its text, which of an open note is a field with a rule of its own. */
function withPieces({ foundTitle, foundText, cursor: _, ...hit }: FoundRow, sought: Sought): SearchHit {
  const fragment = foundText === '' ? null : fragmentOf(foundText, sought);
  const isNote = hit.kind === 'NOTE';
  return {
    ...hit,
    title: piecesOf(foundTitle, sought),
    fragment: isNote ? null : fragment,
    noteFragment: isNote ? fragment : null,
  };
}
