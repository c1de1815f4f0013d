import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MOST_MATERIAL } from '#domain/material.ts';
import { ask, requireAbility } from '../access/ask.ts';
import { meetingScope, type Scope } from '../platform/change-log.ts';
import { SETTINGS, type Settings } from '../platform/config.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { minutesOfMeetings } from '../meetings/minutes.ports.ts';
import { AlreadySo, notNow, orAlready, readMeeting } from '../meetings/run-room.ts';
import { materialsPolicy } from './materials.policy.ts';
import { Places } from './places.ts';

const ADD = materialsPolicy['material.add'];
const REMOVE = materialsPolicy['material.remove'];
const READ = materialsPolicy['material.read'];
/** The bit of whoever put it there (access/viewer-column.ts). */
const AUTHOR = 1;
const MEGABYTE = 1_048_576;

/** Where material is put. */
export interface MaterialPlace {
  meetingId: string;
  itemId: string | null;
}

/** A file that is stored already and shown by nothing yet. */
export interface StoredFile {
  fileId: string;
  name: string;
  mime: string;
  sizeBytes: number;
}

/** What is put on a meeting and taken off it. */
@Injectable()
export class MaterialService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Places) private readonly places: Places,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(FaultLog) private readonly faults: FaultLog,
  ) {}

  addLink(
    who: Asker,
    place: MaterialPlace,
    link: { title: string; url: string; id?: string | null | undefined },
  ): Promise<Done<string>> {
    const id = link.id ?? randomUUID();
    const run = this.unitOfWork.run(who, ADD, async (work) => {
      const meeting = await lockForMaterial(work, place);
      const known = await work.query('select from material where id = $1 and meeting_id = $2', [id, meeting.id]);
      if (known.length > 0) throw new AlreadySo();
      await requireRoom(work, meeting.id);
      const added = await work.query(
        `insert into material (id, municipality_id, team_id, meeting_id, item_id, thread_id, kind, title, url, added_by)
         values ($1, $2, $3, $4, $5, (select thread_id from agenda_item where id = $5), 'LINK', $6, $7, $8)
         on conflict (id) do nothing returning id`,
        [
          id,
          work.actor.municipalityId,
          meeting.team_id,
          meeting.id,
          place.itemId,
          link.title.trim(),
          link.url,
          work.actor.personId,
        ],
      );
      if (added.length === 0) throw notFound();
      recordMaterial(work, id, 'added', await shownAt(work, id));
      return id;
    });
    return orAlready(id, run);
  }

  /**
   * Shows a file that is stored.
   * @throws Refusal, also TEAM_FULL; the caller then deletes the file
   */
  addFile(who: Asker, place: MaterialPlace, file: StoredFile): Promise<Done<string>> {
    const id = randomUUID();
    return this.unitOfWork.run(who, ADD, async (work) => {
      const meeting = await lockForMaterial(work, place);
      await requireRoom(work, meeting.id);
      await this.requireTeamRoom(work, meeting.team_id, file.sizeBytes);
      await work.query(
        `insert into material (id, municipality_id, team_id, meeting_id, item_id, thread_id, kind, title, file_id, mime, size_bytes, added_by)
         values ($1, $2, $3, $4, $5, (select thread_id from agenda_item where id = $5), 'FILE', $6, $7, $8, $9, $10)`,
        [
          id,
          work.actor.municipalityId,
          meeting.team_id,
          meeting.id,
          place.itemId,
          file.name,
          file.fileId,
          file.mime,
          file.sizeBytes,
          work.actor.personId,
        ],
      );
      recordMaterial(work, id, 'added', await shownAt(work, id));
      return id;
    });
  }

  /** May they, and is there room? Asked before a file is sent, and again when it is stored. */
  async requireMayAdd(who: Asker, place: MaterialPlace): Promise<void> {
    await this.unitOfWork.read(who, async (query) => {
      const asking = { query, asked: new Set<string>() };
      const meeting = await lookForMaterial(asking, place, '');
      await requireRoom(asking, meeting.id);
      await this.requireTeamRoom(asking, meeting.team_id, 1);
    });
  }

  /** At any time: what should not have been there must not stay because the minutes are approved. */
  async remove(who: Asker, materialId: string): Promise<Done<string>> {
    const removed = await this.unitOfWork.run(who, REMOVE, async (work) => {
      const [found] = await work.query<{
        rel: number;
        added_by: string;
        file_id: string | null;
        place: 'DATABASE' | 'S3';
      }>(
        `select material_rel(x.id) as rel, x.added_by, x.file_id, f.place
         from material x left join material_file f on f.id = x.file_id where x.id = $1`,
        [materialId],
      );
      if (!found) throw notFound();
      // Whether they see it is asked without their authorship: a guest whose meeting is over has nothing more of it.
      requireAbility(work, READ, found.rel, READ);
      const isOwn = found.added_by === work.actor.personId;
      requireAbility(work, REMOVE, found.rel | (isOwn ? AUTHOR : 0), READ);
      const scopes = await shownAt(work, materialId);
      // Of two who take it off at once the second finds nothing.
      const gone = await work.query('delete from material where id = $1 returning id', [materialId]);
      if (gone.length === 0) throw notFound();
      recordMaterial(work, materialId, 'removed', scopes);
      return { file: found.file_id, place: found.place, actor: work.actor };
    });
    const { file, place, actor } = removed.result;
    // What cannot be deleted now is found by the clock: it is shown by nothing any more.
    if (file)
      await this.places
        .named(place)
        .remove(actor, file)
        .catch((error: unknown) => {
          if (!(error instanceof Refusal)) this.faults.tell(error, 'a removed file could not be deleted at once');
        });
    return { result: materialId, changes: removed.changes };
  }

  private async requireTeamRoom(work: Pick<Work, 'query'>, teamId: string, more: number): Promise<void> {
    const [used] = await work.query<{ bytes: number }>(
      'select coalesce(sum(size_bytes), 0)::bigint as bytes from material where team_id = $1',
      [teamId],
    );
    const most = this.settings.MATERIAL_TEAM_MB;
    if (used!.bytes + more > most * MEGABYTE) throw new Refusal('TEAM_FULL', { most });
  }
}

interface MaterialMeeting {
  id: string;
  team_id: string;
}

/**
 * Asks, locks the meeting and requires that its material may still grow: until its minutes are proposed. Whoever adds to one team's
 * meetings stands in one line, so that no two fill the last room together.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED or STEP_NOT_POSSIBLE
 */
async function lockForMaterial(work: Work, place: MaterialPlace): Promise<MaterialMeeting> {
  const meeting = await lookForMaterial(work, place, 'for update');
  await work.query(`select pg_advisory_xact_lock(hashtextextended('material ' || $1, 0))`, [meeting.team_id]);
  return meeting;
}

async function lookForMaterial(
  work: Pick<Work, 'query' | 'asked'>,
  { meetingId, itemId }: MaterialPlace,
  lock: 'for update' | '',
): Promise<MaterialMeeting> {
  await ask(work, ADD, 'meeting', meetingId, meetingsPolicy['meeting.read']);
  const [meeting] = await work.query<MaterialMeeting & { state: string }>(
    `select id, team_id, state from meeting where id = $1 ${lock}`,
    [meetingId],
  );
  if (!meeting) throw notFound();
  const isOpen =
    ['DRAFT', 'CONVENED', 'IN_PROGRESS'].includes(meeting.state) ||
    (meeting.state === 'HELD' && (await minutesOfMeetings().mayStillBeWritten(work.query, meetingId)));
  if (!isOpen) throw notNow(await readMeeting(work, meetingId));
  if (itemId) {
    const item = await work.query('select from agenda_item where id = $1 and meeting_id = $2', [itemId, meetingId]);
    if (item.length === 0) throw notFound();
  }
  return meeting;
}

async function requireRoom(work: Pick<Work, 'query'>, meetingId: string): Promise<void> {
  const [has] = await work.query<{ count: number }>(
    'select count(*)::int as count from material where meeting_id = $1',
    [meetingId],
  );
  if (has!.count >= MOST_MATERIAL) throw new Refusal('MATERIAL_FULL', { most: MOST_MATERIAL });
}

/** The meetings that show it, its own first. */
async function shownAt(work: Work, materialId: string): Promise<[Scope, ...Scope[]]> {
  const rows = await work.query<{ meeting_id: string }>(
    `select p.meeting_id from material x, material_places(x) p where x.id = $1 order by p.meeting_id <> x.meeting_id, p.meeting_id`,
    [materialId],
  );
  return rows.map((row) => meetingScope(row.meeting_id)) as [Scope, ...Scope[]];
}

/** A hint to each meeting that shows it: the log says that something came or went, and keeps neither its name nor its address. */
function recordMaterial(work: Work, materialId: string, verb: string, scopes: [Scope, ...Scope[]]): void {
  work.changes.record({ scopes, entity: 'Material', entityId: materialId, verb, fields: { hint: true } });
}
