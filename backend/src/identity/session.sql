-- However often somebody asks to stay signed in: after this long they show who they are.
create or replace function session_longest() returns interval language sql immutable as $$
  select interval '7 days'
$$;
