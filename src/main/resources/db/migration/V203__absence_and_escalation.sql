-- When a mentor is away, and who covers. Who covers mentors the same learners for those days, by rows of their own.
create table absence (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    from_on date not null,
    until_on date not null,
    deputy uuid references person,
    set_by uuid not null references person,
    set_at timestamptz not null,
    cancelled_at timestamptz,
    check (until_on >= from_on),
    check (deputy <> person)
);
create index absence_by_person on absence (person, until_on) where cancelled_at is null;

create table absence_cover (
    absence bigint not null references absence,
    learner uuid not null references person,
    primary key (absence, learner)
);

-- Rules about where drafts go that a programme lead can change; one row.
create table routing_rules (
    only_row boolean primary key default true check (only_row),
    escalate_after_days integer not null check (escalate_after_days between 1 and 90)
);
insert into routing_rules (escalate_after_days) values (14);
revoke insert, delete on routing_rules from trellis_app;
