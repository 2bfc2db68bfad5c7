-- What trends count: which competencies a shared reflection speaks of, and who was asserted at which level when. No text.
-- Derived from evidence by following the change feed; may be emptied at any time. Readable for counting alone.
create table trend_position (
    only_row boolean primary key default true check (only_row),
    transaction xid8 not null,
    number bigint not null
);

create table trend_reading (
    evidence uuid primary key,
    person uuid not null,
    team text not null,
    month date not null check (extract(day from month) = 1)
);

create index trend_reading_month on trend_reading (month, team);

create table trend_mention (
    evidence uuid not null references trend_reading (evidence) on delete cascade,
    competency uuid not null,
    primary key (evidence, competency)
);

create index trend_mention_competency on trend_mention (competency);

create table trend_level (
    evidence uuid primary key,
    person uuid not null,
    competency uuid not null,
    level double precision not null,
    confidence double precision not null,
    asserter text not null,
    asserted_on date not null,
    valid_until date
);

create index trend_level_person on trend_level (person, competency);

alter table trend_reading enable row level security;
alter table trend_mention enable row level security;
alter table trend_level enable row level security;

create policy counting_only on trend_reading using ((select trellis_reader()) = 'counting');
create policy counting_only on trend_mention using ((select trellis_reader()) = 'counting');
create policy counting_only on trend_level using ((select trellis_reader()) = 'counting');
