-- Minutes and the live room ask for an item's decisions and actions by the item.
create index on decision (item_id, created_at);
create index on action (origin_item_id);
