-- Files and links are found by their name and their words, and by nothing that stands in them (docs/decisions/0019).
alter table search_row drop constraint search_row_kind_check;
alter table search_row add constraint search_row_kind_check
  check (kind in ('MEETING', 'ITEM', 'NOTE', 'DECISION', 'ACTION', 'MINUTES', 'MATERIAL')) not valid;
alter table search_row validate constraint search_row_kind_check;

create policy search on material for select to pejling_search using (true);
grant select on material to pejling_search;
