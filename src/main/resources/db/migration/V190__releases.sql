-- What was told of groups, and of whom: so that no later figure, with what was told before, tells of fewer people than may be told of.
-- A group of one month (THEME: those who wrote) or of all months of a competency (GAP: those of whom a level is known).
create table trend_cohort (
    id bigint generated always as identity primary key,
    measure text not null check (measure in ('THEME', 'GAP')),
    competency uuid,
    month date check (extract(day from month) = 1),
    dimension text not null check (dimension in ('TEAM', 'PROGRAMME', 'ROLE')),
    name text not null,
    members uuid[] not null,
    contributions integer[],
    check ((measure = 'THEME') = (month is not null)),
    check ((measure = 'GAP') = (competency is not null))
);

create index trend_cohort_month on trend_cohort (dimension, month, name, id) where measure = 'THEME';
create index trend_cohort_competency on trend_cohort (competency, dimension, name, id) where measure = 'GAP';

-- total: people who spoke of the competency (THEME), or tenths of levels missing (GAP), whose contributions then are kept by member.
create table trend_figure (
    cohort bigint not null references trend_cohort (id) on delete cascade,
    month date not null check (extract(day from month) = 1),
    competency uuid not null,
    total bigint not null,
    contributions integer[],
    primary key (cohort, month, competency)
);

-- Months whose facts changed since figures were last told of them: of gaps, that month and all later ones.
create table trend_touched (
    measure text not null check (measure in ('THEME', 'GAP')),
    month date not null,
    touched_at timestamptz not null default now(),
    primary key (measure, month)
);

create table trend_told_until (
    measure text primary key check (measure in ('THEME', 'GAP')),
    month date not null
);

insert into trend_touched (measure, month) select distinct 'THEME', month from trend_reading;
insert into trend_touched (measure, month)
select distinct 'GAP', date_trunc('month', asserted_on)::date from trend_level;

alter table trend_cohort enable row level security;
alter table trend_figure enable row level security;

create policy counting_only on trend_cohort using ((select trellis_reader()) = 'counting');
create policy counting_only on trend_figure using ((select trellis_reader()) = 'counting');
