import { CALENDAR_MUTANTS } from './calendar-mutants.ts';
import { DOOR_MUTANTS } from './door-mutants.ts';
import { LINE_MUTANTS } from './line-mutants.ts';
import { LIST_MUTANTS } from './list-mutants.ts';
import { LIVE_MUTANTS } from './live-mutants.ts';
import { MAIL_MUTANTS } from './mail-mutants.ts';
import { MATERIAL_MUTANTS } from './material-mutants.ts';
import { OUTBOX_MUTANTS } from './outbox-mutants.ts';
import { PREPARATION_MUTANTS } from './preparation-mutants.ts';
import { READING_MUTANTS } from './reading-mutants.ts';
import { SHARING_MUTANTS } from './sharing-mutants.ts';
import { TEMPLATE_MUTANTS } from './template-mutants.ts';

/** A small break of a mechanism, and the test that must go red on it. */
export interface Mutant {
  name: string;
  /** Of quality's promises, the one that this would break. */
  promise: string;
  edits: readonly { file: string; find: string; replace: string }[];
  /** Whose tests hold the spec; the backend's unless it says so. */
  side?: 'frontend';
  /** The spec, from its side's folder, that must fail. */
  spec: string;
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'acknowledge before commit',
    promise: 'An acknowledged write survives',
    edits: [
      {
        file: 'backend/src/platform/unit-of-work.ts',
        find: "        connection.plain('COMMIT'),",
        replace: `          Promise.resolve({ command: 'COMMIT', rows: [] }).finally(() => setTimeout(() => void connection.plain('COMMIT'), 40)),`,
      },
      {
        file: 'backend/src/platform/unit-of-work.ts',
        find: '      await runner.release();',
        replace: '      setTimeout(() => void runner.release(), 60);',
      },
    ],
    spec: 'test/durability/kill.spec.ts',
  },
  {
    name: 'number changes without the counter’s lock',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'backend/src/platform/change-log.sql',
        find: 'on conflict (kind, id) do update set version = sc.version + excluded.version\n    returning sc.kind, sc.id, sc.version',
        replace:
          'on conflict (kind, id) do nothing\n    returning sc.kind, sc.id, sc.version\n  ), raised2 as (\n    select kind, sid as id, (select coalesce(max(c.version), 0) from change c where c.scope_kind = kind and c.scope_id = sid) + n as version from per_scope',
      },
      { file: 'backend/src/platform/change-log.sql', find: 'join raised r on', replace: 'join raised2 r on' },
    ],
    spec: 'test/platform/unit-of-work.spec.ts',
  },
  {
    name: 'keep the names of who is responsible in the leader’s copy',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/minutes/leader-copy.sql',
        find: "'title', p_action -> 'title', 'expectedSigns'",
        replace:
          "'title', (p_action ->> 'title') || coalesce(': ' || (p_action #>> '{responsible,0}'), ''), 'expectedSigns'",
      },
    ],
    spec: 'test/minutes/leaders-copy.spec.ts',
  },
  {
    name: 'let a membership that is over count',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/access/relations.sql',
        find: 'where m.team_id = t.id and m.person_id = who.id and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())), 0)',
        replace: 'where m.team_id = t.id and m.person_id = who.id and m.valid_from <= app_today()), 0)',
      },
    ],
    spec: 'test/access/relations.spec.ts',
  },
  {
    name: 'let anybody in the team cancel its meeting',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/meetings/meetings.policy.ts',
        find: "    viewers: { team_member: 'leads' },",
        replace: "    viewers: { team_member: 'yes' },",
      },
    ],
    spec: 'test/access/walk-mutations.spec.ts',
  },
  {
    name: 'leave out the rule of a school’s overview',
    promise: 'Only those who may',
    edits: [{ file: 'backend/src/screens/overview.sql', find: ' and x.rel & 36 <> 0;', replace: ';' }],
    spec: 'test/overview/overview.spec.ts',
  },
  {
    name: 'publish the rounded sum of several schools as it is',
    promise: 'No figure betrays a team',
    edits: [
      {
        file: 'libs/domain/src/published-values.ts',
        find: 'Math.min(teams, counted + blur)',
        replace: 'Math.min(teams, counted)',
      },
    ],
    spec: 'test/overview/publication.spec.ts',
  },
  {
    name: 'search through every team of the municipality',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/sharing/search.sql',
        find: 'and (r.team_id = any($4) or',
        replace: 'and ($4 is not null or r.team_id = any($4) or',
      },
    ],
    spec: 'test/sharing/who-finds.spec.ts',
  },
  {
    name: 'make a search row of what was there before one’s turn',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'backend/src/sharing/search-rows.sql',
        find: 'order by r.object_id, r.part for update;',
        replace: 'order by r.object_id, r.part;',
      },
    ],
    spec: 'test/sharing/kept-rows.spec.ts',
  },
  {
    name: 'let a coach find what stands in notes',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/sharing/search.sql',
        find: "r.kind not in ('NOTE', 'MATERIAL') or",
        replace: "r.kind <> 'MATERIAL' or",
      },
    ],
    spec: 'test/sharing/who-finds.spec.ts',
  },
  {
    name: 'let a coach find the files of a meeting that they do not attend',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/sharing/search.sql',
        find: "r.kind not in ('NOTE', 'MATERIAL') or",
        replace: "r.kind <> 'NOTE' or",
      },
    ],
    spec: 'test/sharing/who-finds.spec.ts',
  },
  {
    name: 'let whoever attends a meeting find what came along to it, guest or coach or neither',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/sharing/search.sql',
        find: 'where a.team_id not in (select id from own) and (a.is_guest or a.team_id in (select id from coached))',
        replace: 'where a.team_id not in (select id from own)',
      },
    ],
    spec: 'test/sharing/who-finds.spec.ts',
  },
  {
    name: 'leave out the rule of a meeting’s minutes',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/screens/minutes.sql',
        find: 'elsif rel & 2 = 0 and not (rel & 4096 <> 0 and rel & 12 <> 0) then',
        replace: 'elsif rel = -1 then',
      },
    ],
    spec: 'test/minutes/minutes.spec.ts',
  },
  {
    name: 'read fields without asking',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/access/guarded-schema.ts',
        find: 'fields.filter(({ ability }) => relation === NOBODY || !holds(ability, relation))',
        replace: 'fields.filter(() => relation === NOBODY)',
      },
    ],
    spec: 'test/access/boot.spec.ts',
  },
  {
    name: 'a policy that opens more than the table',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/meetings/meetings.policy.ts',
        find: "viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes' },",
        replace: "viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'yes' },",
      },
    ],
    spec: 'test/access/policies.spec.ts',
  },
  {
    name: 'row-level security off on one table',
    promise: 'The second lock holds',
    edits: [
      {
        file: 'backend/migrations/0001-the-house.sql',
        find: 'grant usage on schema public to pejling_app, pejling_doors;',
        replace:
          'alter table agenda_item disable row level security;\ngrant usage on schema public to pejling_app, pejling_doors;',
      },
    ],
    spec: 'test/access/second-lock.spec.ts',
  },
  {
    name: 'check sessions at connect only',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/live/live-rooms.ts',
        find: 'if (look.signedOut.has(socket.id)) {',
        replace: 'if (look.signedOut.has("")) {',
      },
    ],
    spec: 'test/live/rooms.spec.ts',
  },
  {
    name: 'no gap check',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'frontend/src/live/parts/live.ts',
        find: 'for (const scope of touched) this.drain(scope);',
        replace:
          'for (const scope of touched) for (const change of [...scope.early.values()]) { scope.early.delete(change.version); scope.version = change.version; this.apply(change); }',
      },
      {
        file: 'frontend/src/live/parts/live.ts',
        find: 'for (const scope of this.followed.values()) this.ask(scope);\n    });',
        replace: '});',
      },
    ],
    spec: 'test/live/cut-sockets.spec.ts',
  },
  {
    name: 'an answer that comes late puts the older state back',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'frontend/src/live/parts/under-way.ts',
        find: 'if (since.length > 0) this.again(since);',
        replace: '',
      },
    ],
    side: 'frontend',
    spec: 'src/live/parts/late-answer.spec.ts',
  },
  {
    name: 'a screen that is read later lifts those that were read before it',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'frontend/src/live/parts/live.ts',
        find: 'if (known) scope.version = Math.min(scope.version, version);',
        replace: 'if (known) scope.version = Math.max(scope.version, version);',
      },
    ],
    side: 'frontend',
    spec: 'src/live/parts/late-answer.spec.ts',
  },
  {
    name: 'a lost doorbell stays lost',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'backend/src/live/live-rooms.ts',
        find: 'if (room && (isLeft || version > room.delivered)) this.deliver(room);',
        replace: '',
      },
    ],
    spec: 'test/live/cut-sockets.spec.ts',
  },
  {
    name: 'audit line of a read left out',
    promise: 'Every use of personal data leaves its line',
    edits: [
      {
        file: 'backend/src/access/guarded-schema.ts',
        find: 'else field.resolve = audited(field);',
        replace: "else if (field.name !== 'actionPage') field.resolve = audited(field);",
      },
    ],
    spec: 'test/privacy/audit-lines.spec.ts',
  },
  {
    name: 'seal without the seal before',
    promise: 'An altered audit is found',
    edits: [
      {
        file: 'backend/src/platform/doors/audit.sql',
        find: "this.previous_hash := coalesce(last.hash, ''::bytea);",
        replace: "this.previous_hash := ''::bytea;",
      },
      {
        file: 'backend/src/privacy/audit.sql',
        find: "lag(s.hash, 1, ''::bytea) over w as hash_before",
        replace: "''::bytea as hash_before",
      },
    ],
    spec: 'test/privacy/audit-seals.spec.ts',
  },
  {
    name: 'no compare-and-set',
    promise: 'One step is one step',
    edits: [
      {
        file: 'backend/src/meetings/step.service.ts',
        find: '      if (meeting.current_item_id !== seen) throw new AlreadySo();\n',
        replace: '      seen = meeting.current_item_id;\n',
      },
    ],
    spec: 'test/meetings/run-meeting.spec.ts',
  },
  {
    name: 'pause, extend and shorten whatever was seen',
    promise: 'One step is one step',
    edits: [
      {
        file: 'backend/src/meetings/pause.service.ts',
        find: 'meeting.revision !== seenRevision || meeting.paused_at',
        replace: 'meeting.paused_at',
      },
      {
        file: 'backend/src/meetings/late.service.ts',
        find: 'row!.extended !== seen || extended === seen',
        replace: 'extended === row!.extended',
      },
    ],
    spec: 'test/meetings/run-time.spec.ts',
  },
  {
    name: 'the next speaker whoever was seen',
    promise: 'One step is one step',
    edits: [
      {
        file: 'backend/src/meetings/round.service.ts',
        find: 'if (seenAt !== null && round.at !== seenAt) throw new AlreadySo();',
        replace: '',
      },
    ],
    spec: 'test/meetings/run-round.spec.ts',
  },
  {
    name: 'a post in the meeting’s scope',
    promise: 'Nothing shows before the reveal',
    edits: [
      {
        file: 'backend/src/reflections/silent-post.service.ts',
        find: '        scopes: [personScope(work.actor.personId)],',
        replace: "        scopes: [{ kind: 'MEETING', id: writing.meeting_id }],",
      },
    ],
    spec: 'test/reflections/nothing-before-the-reveal.spec.ts',
  },
  {
    name: 'uuidv7 on revealed rows',
    promise: 'Nothing shows before the reveal',
    edits: [
      {
        file: 'backend/src/reflections/reveal.sql',
        find: '  select gen_random_uuid(), w.',
        replace: '  select uuidv7(), w.',
      },
    ],
    spec: 'test/reflections/nothing-before-the-reveal.spec.ts',
  },
  {
    name: 'show silent posts in the order they were written',
    promise: 'Nothing shows before the reveal',
    edits: [
      {
        file: 'backend/src/reflections/reveal.sql',
        find: 'row_number() over (order by gen_random_uuid()) as place',
        replace: 'row_number() over (order by p.ctid) as place',
      },
    ],
    spec: 'test/reflections/nothing-before-the-reveal.spec.ts',
  },
  {
    name: 'tell who is ready at once, not at the beat',
    promise: 'Nothing shows before the reveal',
    edits: [
      {
        file: 'backend/src/reflections/silent-post.service.ts',
        find: '      if (changed.length === 0) throw new AlreadySo();\n      work.changes.record({',
        replace:
          "      if (changed.length === 0) throw new AlreadySo();\n      await work.query('update silent_writing set ready_count = ready_count + 1 where id = $1', [writing.id]);\n      work.changes.record({",
      },
    ],
    spec: 'test/reflections/nothing-before-the-reveal.spec.ts',
  },
  {
    name: 'let the municipality read each other’s silent posts',
    promise: 'Nothing shows before the reveal',
    edits: [
      {
        file: 'backend/migrations/0007-reflections.sql',
        find: 'create policy own on silent_post as restrictive to pejling_app using (written_by = (select app_person()));',
        replace: '',
      },
    ],
    spec: 'test/reflections/silent-writing.spec.ts',
  },
  {
    name: 'show a meeting to a screen whose loan is over',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/projector/loans.sql',
        find: "select p_returned_at is null and exists (select from meeting m where m.id = p_meeting and m.state = 'IN_PROGRESS')",
        replace: 'select true',
      },
    ],
    spec: 'test/projector/loan.spec.ts',
  },
  {
    name: 'ask for a screen’s loan at connect only',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/projector/screen-feed.ts',
        find: '...outOf(occupants, row!.alive, () => true),',
        replace: '...outOf(occupants, occupants.map((one) => ({ session: one.sessionId, rel: 1 })), () => true),',
      },
    ],
    spec: 'test/projector/loan.spec.ts',
  },
  {
    name: 'open every socket door to the screen in the room',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/live/socket-door.ts',
        find: "if (socket.data.entrance !== this.entrance) return { ok: false, refused: 'NOT_FOUND' };",
        replace: '',
      },
    ],
    spec: 'test/projector/loan.spec.ts',
  },
  {
    name: 'cancel a meeting and leave its items behind',
    promise: 'Nothing is lost between meetings',
    edits: [
      {
        file: 'backend/src/meetings/cancel-meeting.ts',
        find: "case when i.brought_over or i.step_key is null then 'GOES_ON' else 'DROPPED' end",
        replace: "'DROPPED'",
      },
    ],
    spec: 'test/meetings/nothing-lost.spec.ts',
  },
  {
    name: 'divide an item and forget its thread',
    promise: 'Nothing is lost between meetings',
    edits: [
      {
        file: 'backend/src/meetings/thread-choice.service.ts',
        find: 'update agenda_thread set title = $2, times_moved = 0 where id = $1',
        replace: 'update agenda_thread set title = $2, times_moved = 0, state = (select $q$DROPPED$q$) where id = $1',
      },
    ],
    spec: 'test/meetings/nothing-lost.spec.ts',
  },
  ...LIST_MUTANTS,
  ...LIVE_MUTANTS,
  ...LINE_MUTANTS,
  ...OUTBOX_MUTANTS,
  ...PREPARATION_MUTANTS,
  ...DOOR_MUTANTS,
  ...MAIL_MUTANTS,
  ...MATERIAL_MUTANTS,
  ...CALENDAR_MUTANTS,
  ...READING_MUTANTS,
  ...SHARING_MUTANTS,
  ...TEMPLATE_MUTANTS,
];
