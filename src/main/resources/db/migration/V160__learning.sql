-- What decisions teach: signals read off signed-off drafts once, models made of them, and habits a mentor does not want
-- followed. No word anyone wrote; may be emptied and is filled again from the drafts' records and decisions.
create table learning_draft (
    draft uuid primary key references plan_draft,
    signals int not null check (signals >= 0),
    taken_at timestamptz not null
);

create table learning_signal (
    id uuid primary key,
    draft uuid not null references learning_draft on delete cascade,
    mentor uuid not null references person,
    learner uuid not null references person,
    decided_at timestamptz not null,
    signal jsonb not null
);

create index learning_signal_mentor on learning_signal (mentor, decided_at);

-- Every model that was ever made, whether it was put to use or not.
create table learned_model (
    id text primary key,
    made_at timestamptz not null,
    seed bigint not null,
    decisions int not null check (decisions > 0),
    data_hash text not null,
    promoted boolean not null,
    card text not null,
    file bytea not null
);

-- Which model counts since when; null for the ranking alone. The latest row counts.
create table learning_champion (
    number bigint generated always as identity primary key,
    model text references learned_model,
    since timestamptz not null,
    by text not null
);

create table learning_switched_off (
    mentor uuid not null references person,
    habit text not null check (habit in ('MEASURE', 'DATES', 'LEVELS', 'TASTE')),
    primary key (mentor, habit)
);
