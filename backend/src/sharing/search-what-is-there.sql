-- Rows of what was written before the triggers were there; a second time it finds nothing to do. What it takes up is held against
-- being deleted meanwhile, and a row that a trigger made first stands.
do $$
declare
  none constant uuid[] := '{}';
begin
  perform search_keep(array(select m.id from meeting m where not exists (select from search_row r where r.object_id = m.id and r.part = 'SELF') for key share), none, none, none, none);
  perform search_keep(none, array(select i.id from agenda_item i where i.kind <> 'BREAK' and not exists (select from search_row r where r.object_id = i.id and r.part = 'SELF') for key share), none, none, none);
  perform search_keep(none, none, array(select d.id from decision d where not exists (select from search_row r where r.object_id = d.id) for key share), none, none);
  perform search_keep(none, none, none, array(select a.id from action a where not exists (select from search_row r where r.object_id = a.id) for key share), none);
  perform search_keep(none, none, none, none, array(select x.id from material x where not exists (select from search_row r where r.object_id = x.id) for key share));
end $$;
