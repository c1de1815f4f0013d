/** A small break of a mechanism, and the test that must go red on it. */
export interface Mutant {
  name: string;
  /** Of quality's promises, the one that this would break. */
  promise: string;
  edits: readonly { file: string; find: string; replace: string }[];
  /** The spec, from backend/, that must fail. */
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
        file: 'backend/src/live/live.gateway.ts',
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
          'for (const scope of touched) for (const change of [...scope.early.values()]) { scope.early.delete(change.version); scope.version = change.version; applyChange(this.client.cache, change); }',
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
    name: 'a lost doorbell stays lost',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'backend/src/live/live.gateway.ts',
        find: 'for (const room of this.rooms.values()) this.deliver(room);\n    void',
        replace: 'void',
      },
    ],
    spec: 'test/live/cut-sockets.spec.ts',
  },
];
