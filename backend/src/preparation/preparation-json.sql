-- Preparation as rows of the API. p_rel: the viewer's bits to the meeting. Who is ready comes through row-level security: one's own.

create or replace function proposed_item_json(x proposed_item, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ProposedItem', '_rel', p_rel | case when x.proposed_by = app_person() then 1 else 0 end,
    'id', x.id, 'title', x.title, 'why', x.why, 'minutes', x.minutes, 'kind', x.kind, 'revision', x.revision, 'state', x.state,
    'meetingId', x.meeting_id, 'itemId', x.item_id, 'fromEarlier', x.came_from_id is not null,
    'proposedBy', (select person_json(p, p_rel) from person p where p.id = x.proposed_by),
    'answer', case when x.proposed_by = app_person() then x.answer end)
$$;

-- What is proposed for a meeting, in the order it was: what is open and what became an item for all who read it; what was declined for
-- whoever proposed it; what went on from here to the next meeting. What was taken back is nobody's.
create or replace function meeting_proposals_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(proposed_item_json(x, p_rel) order by x.created_at, x.id), '[]')
  from proposed_item x
  where (x.meeting_id = p_meeting or x.came_from_id = p_meeting) and x.state <> 'WITHDRAWN'
    and (x.state <> 'DECLINED' or x.proposed_by = app_person())
$$;

-- What became of one's own proposals at the meeting they were for: declined or put off with an answer, or on its agenda. Not what one put
-- there oneself, nor what has been taken off again.
create or replace function own_answered(p_meeting uuid) returns setof proposed_item language sql stable set search_path = public as $$
  select p.* from proposed_item p
  where p.proposed_by = app_person()
    and (p.state = 'DECLINED' and p.meeting_id = p_meeting
      or p.answer is not null and p.moved_by = 'PUT_OFF' and (p.state = 'WAITING' and p.meeting_id = p_meeting or p.state = 'PROPOSED' and p.came_from_id = p_meeting)
      or p.state = 'TAKEN_IN' and p.meeting_id = p_meeting and p.item_id is not null and not exists (
        select from change c where c.entity_id = p.id and c.is_home and c.verb = 'taken in' and c.actor_id = app_person()))
$$;

-- What waits with a series for its next meeting, the oldest first.
create or replace function waiting_proposals_json(p_series uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(proposed_item_json(x, p_rel) order by x.created_at, x.id), '[]')
  from proposed_item x where x.series_id = p_series and x.state = 'WAITING'
$$;

create or replace function preparation_note_json(n preparation_note, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'PreparationNote', '_rel', p_rel | case when n.person_id = app_person() then 1 else 0 end,
    'id', n.id, 'text', n.text, 'person', (select person_json(p, p_rel) from person p where p.id = n.person_id))
$$;

create or replace function meeting_preparation_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'Preparation', '_rel', p_rel, 'id', p_meeting,
    'readyCount', coalesce((select c.ready from preparation_count c where c.meeting_id = p_meeting), 0),
    'ownReady', exists (select from preparation_ready r where r.meeting_id = p_meeting and r.person_id = app_person()),
    'ownVersion', scope_version('PERSON', app_person()),
    'notes', coalesce((select jsonb_agg(preparation_note_json(n, p_rel) order by p.display_name, p.id)
      from preparation_note n join person p on p.id = n.person_id where n.meeting_id = p_meeting and n.text ~ '\S'), '[]'))
$$;
