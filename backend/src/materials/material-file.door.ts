import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { FileDoor, type SentFile } from '../access/file-door.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import { checkedId, signedIn, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { notFound } from '../platform/errors.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { materialsPolicy } from './materials.policy.ts';
import { Places } from './places.ts';

interface FoundFile {
  rel: number;
  title: string;
  file_id: string;
  mime: string;
  size_bytes: number;
  place: 'DATABASE' | 'S3';
}

/** A file of a meeting, for whoever may have the meeting's material now: saved, never shown. */
@Injectable()
export class MaterialFileDoor extends FileDoor {
  readonly path = '/filer/:id';
  readonly ability = materialsPolicy['material.read'];
  readonly object = 'Material';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Places) private readonly places: Places,
  ) {
    super();
  }

  async answer(parts: Readonly<Record<string, string>>, context: RequestContext): Promise<SentFile> {
    const actor = await signedIn(context, this.database);
    const id = checkedId(parts['id'] ?? '');
    const [found] = await this.unitOfWork.readOnce<FoundFile>(
      actor,
      `select material_rel(x.id) as rel, x.title, x.file_id, x.mime, x.size_bytes, f.place
       from material x join material_file f on f.id = x.file_id where x.id = $1`,
      [id],
    );
    if (!found || !holds(abilityNamed(this.ability)!, found.rel)) throw notFound();
    const pieces = await this.places.named(found.place).read(actor, found.file_id);
    const stream = Readable.from(pieces, { objectMode: false });
    return { name: found.title, type: found.mime, bytes: { stream, size: found.size_bytes }, objectId: id };
  }
}
