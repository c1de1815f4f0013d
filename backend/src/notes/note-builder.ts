import { Inject, Injectable } from '@nestjs/common';
import { meetingScope } from '../platform/change-log.ts';
import { ClockJob, NotNow, THE_CLOCK } from '../platform/clock-job.ts';
import { Database } from '../platform/database.ts';
import { isDatabaseAway } from '../platform/errors.ts';
import { UnitOfWork, type Actor, type Work } from '../platform/unit-of-work.ts';
import { buildNote, type BuiltNote } from './note-document.ts';
import { notesPolicy } from './notes.policy.ts';

const AFTER_LAST_WORD_MS = 2_000;
const LATEST_MS = 10_000;
const MOST_ROWS = 500;
const HISTORY_EVERY = '5 minutes';

interface Stored {
  number: number;
  built: number;
  cpr_findings: number;
  meeting_id: string;
  item_id: string | null;
  bytes: Buffer[];
}

const READ = `select n.number, n.built, n.cpr_findings, n.meeting_id, n.item_id,
  coalesce((select array_agg(u.bytes order by u.number) from note_update u where u.note_id = n.id), '{}') as bytes
  from note n where n.id = $1`;

/**
 * Builds what minutes, search and the leader's copy read of a note: two seconds after the last word, by the replica that took it;
 * what a replica left behind when it died is found by the clock. Compacts through the document itself, so that what was deleted
 * is gone, which merging updates would keep.
 */
@Injectable()
export class NoteBuilder extends ClockJob {
  readonly title = 'notes left unbuilt';
  readonly ability = notesPolicy['note.build'];
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; since: number }>();

  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(database, unitOfWork);
  }

  override async onApplicationShutdown(): Promise<void> {
    // What waits is built by whoever sweeps next: nothing is lost by it.
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    await super.onApplicationShutdown();
  }

  /** Builds a note a moment after its last word. */
  soon(municipalityId: string, noteId: string): void {
    const since = this.waiting.get(noteId)?.since ?? Date.now();
    clearTimeout(this.waiting.get(noteId)?.timer);
    const wait = Math.max(0, Math.min(AFTER_LAST_WORD_MS, since + LATEST_MS - Date.now()));
    const timer = setTimeout(() => {
      this.waiting.delete(noteId);
      this.build({ municipalityId, personId: THE_CLOCK }, noteId).catch((error: unknown) =>
        this.faults.tell(error, 'a note could not be built'),
      );
    }, wait);
    timer.unref();
    this.waiting.set(noteId, { timer, since });
  }

  protected async doIn(clock: Actor): Promise<string[]> {
    const left = await this.unitOfWork.read(clock, (query) =>
      query<{ id: string }>(
        `select id from note where built < number and changed_at < clock_timestamp() - interval '10 seconds' order by changed_at limit 500`,
      ),
    );
    const built: string[] = [];
    for (const { id } of left) {
      try {
        await this.build(clock, id);
        built.push(id);
      } catch (error) {
        // One note that cannot be built keeps none of the others waiting.
        if (isDatabaseAway(error)) throw error;
        this.faults.tell(error, 'a note could not be built');
      }
    }
    return built;
  }

  private async build(clock: Actor, noteId: string): Promise<void> {
    const [stored] = await this.unitOfWork.read(clock, (query) => query<Stored>(READ, [noteId]));
    if (!stored || stored.built >= stored.number) return;
    const built = buildNote(stored.bytes);
    await this.write(clock, async (work) => {
      if (!(await writeReading(work, noteId, stored, built))) throw new NotNow();
    });
  }
}

/**
 * Builds every note of a meeting now, inside the caller's unit of work, and holds them: whoever writes meanwhile waits, and is
 * refused when the caller closes the text.
 */
export async function bringNotes(work: Work, meetingId: string): Promise<void> {
  await work.query('select ensure_notes($1)', [meetingId]);
  const behind = await work.query<{ id: string; behind: boolean }>(
    'select id, built < number as behind from note where meeting_id = $1 order by id for update',
    [meetingId],
  );
  for (const note of behind) {
    if (!note.behind) continue;
    const [stored] = await work.query<Stored>(READ, [note.id]);
    await writeReading(work, note.id, stored!, buildNote(stored!.bytes));
  }
}

/** @returns false when a later reading is there already */
async function writeReading(work: Work, noteId: string, stored: Stored, built: BuiltNote): Promise<boolean> {
  const { doc, text, cprFindings, whole } = built;
  const written = await work.query<{ id: string }>(
    `with w as (update note set built = $2, doc = $3, text = $4, cpr_findings = $5 where id = $1 and built < $2 returning id) select id from w`,
    [noteId, stored.number, JSON.stringify(doc), text, cprFindings],
  );
  if (written.length === 0) return false;
  if (stored.item_id) {
    await work.query('update agenda_item set note = $2, note_version = $3 where id = $1', [
      noteId,
      text,
      stored.number,
    ]);
  }
  // A number that reads as a CPR number never enters the history, and what was deleted with it goes out of the updates at once.
  if (cprFindings === 0) await keepHistory(work, noteId, stored.number, text, doc);
  if (stored.bytes.length > MOST_ROWS || cprFindings < stored.cpr_findings)
    await compact(work, noteId, stored.number, whole);
  work.changes.record({
    scopes: [meetingScope(stored.meeting_id)],
    entity: stored.item_id ? 'AgendaItem' : 'Meeting',
    entityId: noteId,
    verb: 'written',
    // Not the text: the log keeps what was deleted, and a note may not.
    fields: stored.item_id ? { set: { noteVersion: stored.number } } : {},
  });
  return true;
}

async function keepHistory(work: Work, noteId: string, number: number, text: string, doc: unknown): Promise<void> {
  await work.query(
    `insert into note_history (municipality_id, note_id, number, text, doc)
     select $2, $1, $3, $4, $5 where not exists (select from note_history h where h.note_id = $1 and h.at > now() - interval '${HISTORY_EVERY}')
     on conflict do nothing`,
    [noteId, work.actor.municipalityId, number, text, JSON.stringify(doc)],
  );
}

/** One update in place of all up to a number. */
async function compact(work: Work, noteId: string, number: number, whole: Uint8Array): Promise<void> {
  await work.query('delete from note_update where note_id = $1 and number <= $2', [noteId, number]);
  await work.query(
    `insert into note_update (note_id, number, municipality_id, bytes, digest) values ($1, $2, $3, $4, sha256($4))`,
    [noteId, number, work.actor.municipalityId, whole],
  );
}
