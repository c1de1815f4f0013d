import type { Mutant } from './mutants.ts';

/** Of what is read beside the pages: an action's history, a meeting's calendar file, the leader's copy as a file. */
export const READING_MUTANTS: readonly Mutant[] = [
  {
    name: 'tell the history of an action to whoever asks',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/screens/action-history.sql',
        find: 'if home is null or (rel & 6 = 0 and rel & 4104 <> 4104) then',
        replace: 'if home is null then',
      },
      {
        file: 'backend/src/screens/action-history.sql',
        find: "select jsonb_build_object('_rel', rel, 'id', p_action,",
        replace: "select jsonb_build_object('_rel', 2, 'id', p_action,",
      },
      {
        file: 'backend/src/screens/action-history.sql',
        find: "jsonb_agg(jsonb_build_object('_rel', rel, 'id', t.version,",
        replace: "jsonb_agg(jsonb_build_object('_rel', 2, 'id', t.version,",
      },
    ],
    spec: 'test/actions/action-history.spec.ts',
  },
  {
    name: 'leave the taps in the history of minutes',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/screens/minutes-history.sql',
        find: "c.verb in ('proposed', 'withdrawn',",
        replace: "c.verb in ('tapped', 'proposed', 'withdrawn',",
      },
    ],
    spec: 'test/minutes/minutes-history.spec.ts',
  },
  {
    name: 'name the last to tap as the one who approved for all',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/screens/minutes-history.sql',
        find: "case when s.verb = 'approved' and x.approved_way is distinct from 'FACILITATOR' or",
        replace: 'case when',
      },
    ],
    spec: 'test/minutes/minutes-history.spec.ts',
  },
  {
    name: 'tell the history of minutes to whoever asks',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/screens/minutes-history.sql',
        find: "if rel & 2 = 0 and (rel & 4 = 0 or not (attends or coalesce(x.state, 'OPEN') = 'APPROVED')) then",
        replace: 'if false then',
      },
      {
        file: 'backend/src/screens/minutes-history.sql',
        find: '  attends := rel & 4096 <> 0;',
        replace: '  attends := rel & 4096 <> 0; rel := rel | 2;',
      },
    ],
    spec: 'test/minutes/minutes-history.spec.ts',
  },
  {
    name: 'tell a coach of objections in the history of minutes',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/screens/minutes-history.sql',
        find: "c.verb in ('objected', 'answered') and rel & 2 <> 0",
        replace: "c.verb in ('objected', 'answered')",
      },
    ],
    spec: 'test/minutes/minutes-history.spec.ts',
  },
  {
    name: 'begin a decision that is laid back at its first revision',
    promise: 'Nobody overwrites what they have not seen',
    edits: [
      {
        file: 'backend/src/meetings/decision.service.ts',
        find: "1 + (select count(*) from change c where c.scope_kind = 'MEETING' and c.scope_id = $3 and c.is_home and c.entity_id = $1)",
        replace: '1',
      },
    ],
    spec: 'test/minutes/minutes-history.spec.ts',
  },
  {
    name: 'let a copy that was taken back be fetched as a file',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/screens/shared-minutes.sql',
        find: 'select * into s from minutes_share where id = p_share and revoked_at is null;',
        replace:
          'select * into s from minutes_share where id = p_share; s.copy := coalesce(s.copy, leader_copy(s.meeting_id));',
      },
    ],
    spec: 'test/documents/leaders-copy-door.spec.ts',
  },
  {
    name: 'tell no leader that a copy they may have open has ended',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/minutes/share.service.ts',
        find: '      await tellLeaders(work, schoolId, ended);\n',
        replace: '',
      },
    ],
    spec: 'test/documents/leaders-copy-door.spec.ts',
  },
  {
    name: 'find in a school year what was after it',
    promise: 'A search finds what it is asked for',
    edits: [
      {
        file: 'backend/src/sharing/search.sql',
        find: ' and coalesce(r.at, m.started_at, m.starts_at) < $15',
        replace: '',
      },
    ],
    spec: 'test/sharing/search.spec.ts',
  },
];
