-- The ordered feed that search indexes follow. Filled by triggers, so that no write can forget it.
-- A reader takes rows whose transaction is older than every running one, in the order (transaction, number): a row that
-- commits late then still comes after the position that was read.
create table change_feed (
    number bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    subject text not null check (subject in ('EVIDENCE', 'ACTIVITY')),
    subject_id uuid not null
);

create index change_feed_position on change_feed (transaction, number);

create function append_to_change_feed() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    insert into change_feed (subject, subject_id)
    values (tg_argv[0], case when tg_op = 'DELETE' then old.id else new.id end);
    return null;
end
$$;

revoke insert, update, delete on change_feed from trellis_app;
