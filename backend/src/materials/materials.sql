-- A meeting's files and links as rows of the API. p_rel: the viewer's bits to the meeting they are shown at.

-- The thread that material belongs to: its item's now, or the one it had when the item was taken off.
create or replace function material_thread(x material) returns uuid language sql stable set search_path = public as $$
  select coalesce((select i.thread_id from agenda_item i where i.id = x.item_id), x.thread_id)
$$;

-- Does material of an earlier meeting come along to a later one that its thread is on? Until a meeting has dealt with the item: as
-- comesAlong of libs/domain/material.ts, over the thread's items from the one meeting up to the other.
create or replace function material_comes_along(x material, p_later meeting) returns boolean language sql stable set search_path = public as $$
  select m.id <> p_later.id and (m.starts_at, m.id) < (p_later.starts_at, p_later.id)
    and not exists (select from agenda_item i join meeting b on b.id = i.meeting_id
      where i.thread_id = material_thread(x) and (b.starts_at, b.id) >= (m.starts_at, m.id) and (b.starts_at, b.id) < (p_later.starts_at, p_later.id)
        and b.state <> 'CANCELLED' and i.state not in ('CARRIED', 'PARKED'))
  from meeting m where m.id = x.meeting_id
$$;

-- Where a material is shown: at its own meeting, and at those that its item came along to; under which item.
create or replace function material_places(x material) returns table (meeting_id uuid, item_id uuid) language sql stable set search_path = public as $$
  select x.meeting_id, (select i.id from agenda_item i where i.meeting_id = x.meeting_id
    and (i.id = x.item_id or x.item_id is null and i.thread_id = x.thread_id))
  union all
  select l.id, i.id from agenda_item i join meeting l on l.id = i.meeting_id
  where i.thread_id = material_thread(x) and i.meeting_id <> x.meeting_id and material_comes_along(x, l)
$$;

-- What a person is to a material: what they are to a meeting that it is shown at.
create or replace function material_rel(p_material uuid, p_person uuid default null) returns integer language sql stable set search_path = public as $$
  select coalesce((select bit_or(meeting_rel(p.meeting_id, p_person)) from material x, material_places(x) p where x.id = p_material), 0)
$$;

create or replace function material_json(x material, p_item uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'Material', '_rel', p_rel, 'id', x.id, 'itemId', p_item, 'kind', x.kind, 'title', x.title, 'url', x.url,
    'mime', x.mime, 'sizeBytes', x.size_bytes, 'addedAt', utc(x.added_at), 'addedBy', (select person_json(a, p_rel) from person a where a.id = x.added_by))
$$;

-- What is shown at a meeting, and under which of its items.
create or replace function materials_at(p_meeting uuid) returns table (x material, item_id uuid) language sql stable set search_path = public as $$
  select s.x, p.item_id
  from (
    select o from material o where o.meeting_id = p_meeting
    union all
    -- An item's thread may have been exchanged since (a step that goes on with the old one); material knows its item then.
    select o from agenda_item i join agenda_item e on e.thread_id = i.thread_id join material o on o.item_id = e.id
    where i.meeting_id = p_meeting and o.meeting_id <> p_meeting
    union all
    select o from agenda_item i join material o on o.item_id is null and o.thread_id = i.thread_id
    where i.meeting_id = p_meeting and o.meeting_id <> p_meeting
  ) s(x), material_places(s.x) p
  where p.meeting_id = p_meeting
$$;

-- In the order in which they came.
create or replace function meeting_materials_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(material_json(s.x, s.item_id, p_rel) order by (s.x).added_at, (s.x).id), '[]') from materials_at(p_meeting) s
$$;
