-- The service works as trellis_app, which owns nothing: row-level security holds it, and it cannot change the schema.
do $$
begin
    if not exists (select from pg_roles where rolname = 'trellis_app') then
        create role trellis_app nologin;
    end if;
exception
    when duplicate_object or unique_violation then null; -- another database of the cluster was migrated at the same moment
end
$$;

grant trellis_app to current_user;
grant usage on schema public to trellis_app;
alter default privileges in schema public grant select, insert, update, delete on tables to trellis_app;
alter default privileges in schema public grant usage, select on sequences to trellis_app;
