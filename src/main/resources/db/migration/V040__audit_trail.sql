-- What happened, in one chain. Entries are handed in anywhere in a transaction and chained when it commits: the lock on the
-- head of the chain is then the last one taken, so it is held for a moment only and cannot deadlock with the work audited.
create table audit_entry (
    number bigint primary key check (number > 0),
    at timestamptz not null,
    actor text not null check (actor <> ''),
    action text not null check (action <> ''),
    subject text not null check (subject <> ''),
    details jsonb not null check (jsonb_typeof(details) = 'object'),
    previous_hash text not null,
    hash text not null unique
);

create index audit_entry_by_subject on audit_entry (subject, number);

-- How far the chain goes: without it, cutting off its end would leave a chain that looks whole.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    number bigint not null,
    hash text not null
);

insert into audit_head (number, hash) values (0, repeat('0', 64));

-- Entries of running transactions. Nobody ever sees another's: a commit empties it.
create table audit_intake (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    details jsonb not null
);

-- A text as it is hashed: its length in bytes, then its bytes in UTF-8. No two lists of texts give the same bytes.
create function audit_encoded(value text) returns bytea
    language sql immutable strict
    return int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8');

-- SHA-256 over the previous hash, the number, the microseconds since 1970, actor, action, subject, the count of details and
-- each detail's name and value, names in the order of their UTF-8 bytes.
create function audit_hash(
    previous_hash text, number bigint, at timestamptz, actor text, action text, subject text, details jsonb
) returns text
    language sql stable
    return encode(sha256(
        audit_encoded(previous_hash)
        || int8send(number)
        || int8send((extract(epoch from at) * 1000000)::bigint)
        || audit_encoded(actor)
        || audit_encoded(action)
        || audit_encoded(subject)
        || int4send((select count(*)::int from jsonb_object_keys(details)))
        || coalesce(
            (select string_agg(audit_encoded(d.key) || audit_encoded(d.value), ''::bytea order by d.key collate "C")
             from jsonb_each_text(details) d),
            ''::bytea)
    ), 'hex');

create function chain_audit_entries() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    head audit_head;
    entry audit_intake;
begin
    -- The first of a transaction's entries to come here takes all the others along.
    if not exists (select from audit_intake where number = new.number) then
        return null;
    end if;
    select * into strict head from audit_head for update;
    for entry in select * from audit_intake order by number loop
        insert into audit_entry (number, at, actor, action, subject, details, previous_hash, hash)
        values (head.number + 1, entry.at, entry.actor, entry.action, entry.subject, entry.details, head.hash,
                audit_hash(head.hash, head.number + 1, entry.at, entry.actor, entry.action, entry.subject, entry.details))
        returning number, hash into head.number, head.hash;
    end loop;
    update audit_head set number = head.number, hash = head.hash;
    delete from audit_intake;
    return null;
end
$$;

create constraint trigger chain_at_commit
    after insert on audit_intake
    deferrable initially deferred
    for each row execute function chain_audit_entries();

create function append_to_audit(at timestamptz, actor text, action text, subject text, details jsonb) returns void
    language sql security definer set search_path = public, pg_temp
begin atomic
    insert into audit_intake (at, actor, action, subject, details) values (at, actor, action, subject, details);
end;

create function refuse_to_change_audit() returns trigger
    language plpgsql
as $$
begin
    raise exception 'the audit trail is append-only: % on % refused', tg_op, tg_table_name;
end
$$;

create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_to_change_audit();

create trigger stays before delete or truncate on audit_head
    for each statement execute function refuse_to_change_audit();

create trigger only_forward before update on audit_head
    for each row when (new.number <= old.number) execute function refuse_to_change_audit();

revoke insert, update, delete on audit_entry, audit_head from trellis_app;
revoke all on audit_intake from trellis_app;
revoke execute on function append_to_audit from public;
grant execute on function append_to_audit to trellis_app;
