-- Who leads a school today: they are who minutes are shared with.
create or replace function school_leaders(p_school uuid) returns setof uuid language sql stable set search_path = public as $$
  select distinct r.person_id from role_assignment r where r.role = 'SCHOOL_LEADER' and r.scope_id = p_school
    and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today())
$$;

-- What is known when it is asked whether a meeting's minutes are shared as they are approved; the rule is libs/domain's.
create or replace function sharing_facts(m meeting) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('receivers', coalesce((select jsonb_agg(l) from school_leaders(t.school_id) l), '[]'),
    'choice', (select c.shares from minutes_share_choice c where c.meeting_id = m.id),
    'agreedSince', (select utc(a.since) from minutes_agreement a where a.school_id = t.school_id),
    'isToCome', m.state in ('DRAFT', 'CONVENED'), 'begunAt', utc(m.started_at))
  from team t where t.id = m.team_id
$$;

-- A school's agreement, as its teams and its leader read it; null for a team that belongs to no one school. 32: its leader.
create or replace function minutes_agreement_json(p_school uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'MinutesAgreement', '_rel', p_rel, 'id', s.id,
    'since', (select utc(a.since) from minutes_agreement a where a.school_id = s.id), 'mayKeep', p_rel & 32 <> 0)
  from school s where s.id = p_school
$$;
