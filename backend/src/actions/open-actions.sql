-- How many of a team's actions a meeting would look back on.
create or replace function open_action_count(p_team uuid) returns integer language sql stable set search_path = public as $$
  select count(*)::integer from action where team_id = p_team and state in ('AGREED', 'IN_PROGRESS', 'TRIED')
$$;
