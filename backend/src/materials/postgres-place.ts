import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors.ts';
import { UnitOfWork, type Actor } from '../platform/unit-of-work.ts';
import { Place } from './place.ts';
import type { Spool } from './spool.ts';

/** In Postgres, a megabyte a row: every replica can serve it, and the backup holds it. */
@Injectable()
export class PostgresPlace extends Place {
  readonly name = 'DATABASE';

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {
    super();
  }

  /** One transaction: all of it or nothing. */
  store(actor: Actor, fileId: string, file: Spool): Promise<void> {
    return this.unitOfWork.withoutHistory(actor, async (query) => {
      await query(`insert into material_file (id, municipality_id, place) values ($1, $2, 'DATABASE')`, [
        fileId,
        actor.municipalityId,
      ]);
      let number = 0;
      for await (const piece of file.pieces()) {
        await query('insert into material_piece (municipality_id, file_id, number, bytes) values ($1, $2, $3, $4)', [
          actor.municipalityId,
          fileId,
          number,
          piece,
        ]);
        number += 1;
      }
    });
  }

  async read(actor: Actor, fileId: string): Promise<AsyncIterable<Uint8Array>> {
    const first = await this.piece(actor, fileId, 0);
    if (!first) throw notFound();
    return this.pieces(actor, fileId, first);
  }

  /** Each in a transaction of its own: a receiver on a slow line keeps no connection from others. */
  private async *pieces(actor: Actor, fileId: string, first: Buffer): AsyncGenerator<Uint8Array> {
    yield first;
    for (let number = 1; ; number += 1) {
      const piece = await this.piece(actor, fileId, number);
      if (!piece) return;
      yield piece;
    }
  }

  private async piece(actor: Actor, fileId: string, number: number): Promise<Buffer | undefined> {
    const [row] = await this.unitOfWork.readOnce<{ bytes: Buffer }>(
      actor,
      'select bytes from material_piece where file_id = $1 and number = $2',
      [fileId, number],
    );
    return row?.bytes;
  }

  async remove(actor: Actor, fileId: string): Promise<void> {
    await this.unitOfWork.withoutHistory(actor, (query) =>
      query(
        'delete from material_file f where id = $1 and not exists (select from material x where x.file_id = f.id)',
        [fileId],
      ),
    );
  }
}
