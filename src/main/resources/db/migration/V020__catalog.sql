-- What the organisation expects and what exists to learn from. Nothing here is about a person.
create table framework (
    id uuid primary key,
    code text not null unique check (code <> ''),
    name text not null check (name <> ''),
    attribution text not null,
    lowest_level double precision not null,
    highest_level double precision not null,
    check (highest_level > lowest_level)
);

create table competency (
    id uuid primary key,
    framework uuid not null references framework,
    code text not null check (code <> ''),
    name text not null check (name <> ''),
    heading text not null,
    description text not null,
    unique (framework, code)
);

create table competency_level (
    competency uuid not null references competency on delete cascade,
    number integer not null,
    name text not null,
    descriptor text not null,
    primary key (competency, number)
);

create table competency_label (
    competency uuid not null references competency on delete cascade,
    position integer not null,
    label text not null check (label <> ''),
    primary key (competency, position)
);

-- Read as a sentence: competency REQUIRES other; competency is NARROWER than other.
create table competency_relation (
    competency uuid not null references competency on delete cascade,
    kind text not null check (kind in ('REQUIRES', 'NARROWER', 'BROADER', 'EQUIVALENT')),
    other uuid not null references competency on delete cascade,
    primary key (competency, kind, other),
    check (competency <> other)
);

create index competency_relation_other on competency_relation (other, kind);

-- The code stands in addresses of pages, so it holds nothing that an address would have to hide.
create table role_profile (
    code text primary key check (code <> '' and code !~ '[/\\;%?#[:cntrl:]]'),
    name text not null check (name <> ''),
    description text not null,
    framework uuid not null references framework
);

create table expectation (
    role_code text not null references role_profile on delete cascade,
    competency uuid not null references competency,
    level double precision not null,
    importance double precision not null check (importance between 0 and 1),
    primary key (role_code, competency)
);

create index expectation_competency on expectation (competency);

create table learning_activity (
    id uuid primary key,
    external_id text not null unique check (external_id <> ''),
    title text not null check (title <> ''),
    description text not null,
    kind text not null check (kind in ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')),
    effort_hours double precision not null check (effort_hours > 0 and effort_hours < 'Infinity'),
    provider text not null,
    url text not null,
    available boolean not null
);

create table activity_develops (
    activity uuid not null references learning_activity on delete cascade,
    competency uuid not null references competency,
    from_level double precision not null,
    to_level double precision not null,
    primary key (activity, competency),
    check (to_level > from_level)
);

create index activity_develops_competency on activity_develops (competency);

create trigger learning_activity_change_feed
    after insert or update or delete on learning_activity
    for each row execute function append_to_change_feed('ACTIVITY');
