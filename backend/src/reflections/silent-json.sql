-- Silent writing as rows of the API. p_rel: the viewer's bits to the meeting. What is one's own comes through row-level security.

create or replace function silent_post_json(p silent_post) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'SilentPost', '_rel', 1, 'id', p.id, 'text', p.text, 'version', p.version, 'latest', p.version,
    'forPersonId', nullif(p.author_id, p.written_by))
$$;

create or replace function reflection_post_json(p reflection_post, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ReflectionPost', '_rel', p_rel | case when p.author_id = app_person() then 1 else 0 end,
    'id', p.id, 'position', p.position, 'text', p.text, 'groupId', p.group_id, 'marked', p.marked,
    'author', (select person_json(a, p_rel) from person a where a.id = p.author_id))
$$;

create or replace function reflection_group_json(g reflection_group, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ReflectionGroup', '_rel', p_rel, 'id', g.id, 'title', g.title, 'position', g.position)
$$;

create or replace function silent_writing_json(w silent_writing, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'SilentWriting', '_rel', p_rel, 'id', w.id, 'itemId', w.item_id, 'question', w.question,
    'state', w.state, 'withNames', w.with_names, 'readyCount', w.ready_count, 'openedAt', utc(w.opened_at), 'endsAt', utc(w.ends_at),
    'revealedAt', utc(w.revealed_at))
$$;

create or replace function silent_posts_shown_json(p_writing uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(reflection_post_json(p, p_rel) order by p.position), '[]') from reflection_post p where p.writing_id = p_writing
$$;

-- What a meeting's screens show: each item's silent writings in their order, the viewer's own posts among them.
create or replace function meeting_silent_writings_json(p_meeting uuid, p_rel integer) returns jsonb
language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(silent_writing_json(w, p_rel) || jsonb_build_object(
      'ownVersion', scope_version('PERSON', app_person()),
      'ownReady', exists (select from silent_ready r where r.writing_id = w.id and r.person_id = app_person()),
      'ownPosts', coalesce((select jsonb_agg(silent_post_json(p) order by p.id) from silent_post p
        where p.writing_id = w.id and p.written_by = app_person()), '[]'),
      'posts', silent_posts_shown_json(w.id, p_rel),
      'groups', coalesce((select jsonb_agg(reflection_group_json(g, p_rel) order by g.position, g.id)
        from reflection_group g where g.writing_id = w.id), '[]')) order by w.opened_at, w.id), '[]')
  from silent_writing w where w.meeting_id = p_meeting
$$;

-- The pulse of the meeting's check-outs: one's own answer, and how many chose each step once it is shown.
create or replace function meeting_pulses_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('__typename', 'Pulse', '_rel', p_rel, 'id', i.id, 'shown', u.item_id is not null,
      'counts', to_jsonb(u.counts), 'ownStep', (select a.step from pulse_answer a where a.item_id = i.id and a.person_id = app_person()))
    order by i.position), '[]')
  from agenda_item i left join pulse u on u.item_id = i.id where i.meeting_id = p_meeting and i.kind = 'EVALUATION'
$$;
