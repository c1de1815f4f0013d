-- Who may be called to one meeting from outside the team: colleagues at the team's school, those who support it as coach, and
-- the municipality's own staff, who belong to no school (PPL). p_search: a part of the name; null for all.
create or replace function guest_choices(p_meeting uuid, p_search text) returns setof person
language sql stable set search_path = public as $$
  select p.* from meeting m join team t on t.id = m.team_id
    join person p on p.school_id is null or p.school_id = t.school_id
      or exists (select from school s where s.id = p.school_id and t.school_id is null and s.cluster_id = t.cluster_id)
      or exists (select from role_assignment r where r.person_id = p.id and r.role = 'PLC_COACH' and r.scope_id in (t.id, t.school_id, t.cluster_id)
        and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today()))
  where m.id = p_meeting
    and (p_search is null or p.display_name ilike '%' || replace(replace(replace(p_search, '\', '\\'), '%', '\%'), '_', '\_') || '%')
    and not exists (select from meeting_participant x where x.meeting_id = m.id and x.person_id = p.id)
$$;
