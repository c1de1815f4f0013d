-- Whom the indkaldelse did not reach by mail (docs/decisions/0018): the team is to tell them otherwise.
alter table meeting_participant add column unreached boolean not null default false;
