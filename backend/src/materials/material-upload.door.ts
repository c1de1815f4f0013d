import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { FILE_SORTS, fileName, LARGEST_FILE, nameFor } from '#domain/material.ts';
import { checkedId, signedIn, type RequestContext } from '../access/request.ts';
import { UploadDoor, type SentIn, type TakenIn } from '../access/upload-door.ts';
import { SETTINGS, type Settings } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { isInfected, ScanFailed } from './clamd.ts';
import { MaterialService, type MaterialPlace, type StoredFile } from './material.service.ts';
import { materialsPolicy } from './materials.policy.ts';
import { Places } from './places.ts';
import { fileRefused, sniff } from './sniff.ts';
import { Spool } from './spool.ts';
import { stripPicture } from './strip-picture.ts';
import { PersonPace, Turns } from './turns.ts';

/** On their way at once: each is a file on the disk and nothing in memory. */
const MOST_COMING = 24;
/** Looked into and stored at once: a picture takes up to half a gigabyte while it is written anew, and each takes a connection. */
const MOST_LOOKED_INTO = 2;

/** Where a file is put on a meeting, or on one of its items (`?punkt=`). */
@Injectable()
export class MaterialUploadDoor extends UploadDoor {
  readonly path = '/filer/moede/:meetingId';
  readonly ability = materialsPolicy['material.add'];
  readonly largest = LARGEST_FILE;
  /** A whole meeting's material at once, and then one each ten seconds. */
  private readonly pace = new PersonPace(20, 0.1);
  private readonly coming = new Turns(MOST_COMING, 0);
  private readonly lookedInto = new Turns(MOST_LOOKED_INTO, MOST_COMING);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MaterialService) private readonly materials: MaterialService,
    @Inject(Places) private readonly places: Places,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(FaultLog) private readonly faults: FaultLog,
  ) {
    super();
  }

  async admit(parts: Readonly<Record<string, string>>, context: RequestContext): Promise<void> {
    const actor = await signedIn(context, this.database);
    await this.materials.requireMayAdd(actor, placeOf(parts));
    this.pace.require(actor.personId);
  }

  async take(parts: Readonly<Record<string, string>>, sent: SentIn, context: RequestContext): Promise<TakenIn> {
    const actor = await signedIn(context, this.database);
    const named = fileName(sent.name);
    if ('problem' in named) throw new Refusal('FILE_REFUSED', { problem: named.problem });
    return this.coming.take(async () => {
      const file = await Spool.of(sent.stream);
      try {
        return await this.lookedInto.take(() => this.keep(context, actor, placeOf(parts), named.name, file));
      } finally {
        await file.close();
      }
    });
  }

  private async keep(
    context: RequestContext,
    actor: Actor,
    place: MaterialPlace,
    given: string,
    file: Spool,
  ): Promise<TakenIn> {
    const sort = await sniff(file, given);
    const agreed = nameFor(given, sort);
    if ('problem' in agreed) throw fileRefused(agreed.problem);
    if (await this.scanned(file)) throw fileRefused('FILE_INFECTED');
    const { mime, family } = FILE_SORTS[sort];
    const kept = family === 'IMAGE' ? await stripPicture(file, sort) : file;
    try {
      if (kept.size > LARGEST_FILE) throw fileRefused('FILE_TOO_LARGE');
      const fileId = randomUUID();
      const stored = { fileId, name: agreed.name, mime, sizeBytes: kept.size };
      return await this.shown(context, actor, place, stored, kept);
    } finally {
      if (kept !== file) await kept.close();
    }
  }

  /** Stored, then shown; what could not be shown is deleted. */
  private async shown(
    context: RequestContext,
    actor: Actor,
    place: MaterialPlace,
    stored: StoredFile,
    kept: Spool,
  ): Promise<TakenIn> {
    const at = this.places.forNew;
    try {
      await at.store(actor, stored.fileId, kept, stored.mime);
      // By the session, not by whoever it was when the file set out: it may be over by now.
      const done = await this.materials.addFile({ sessionHash: context.sessionHash }, place, stored);
      return { id: done.result, changes: done.changes, name: stored.name };
    } catch (error) {
      await at.remove(actor, stored.fileId).catch(() => undefined);
      throw error;
    }
  }

  /** @throws Refusal SCAN_AWAY: what nobody could look at is not kept */
  private async scanned(file: Spool): Promise<boolean> {
    const url = this.settings.CLAMAV_URL;
    if (url === undefined) return false;
    try {
      return await isInfected(file, url);
    } catch (error) {
      if (!(error instanceof ScanFailed)) throw error;
      this.faults.warn({ why: error.message }, 'what looks for viruses did not answer; a file was refused');
      throw new Refusal('SCAN_AWAY');
    }
  }
}

function placeOf(parts: Readonly<Record<string, string>>): MaterialPlace {
  const item = parts['punkt'];
  return {
    meetingId: checkedId(parts['meetingId'] ?? ''),
    itemId: item === undefined ? null : checkedId(String(item)),
  };
}
