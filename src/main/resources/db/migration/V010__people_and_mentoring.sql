-- Who is here and who mentors whom. Nothing that anybody wrote.
create table team (
    id uuid primary key,
    name text not null unique check (name <> '')
);

create table person (
    id uuid primary key,
    external_id text not null unique check (external_id <> ''),
    given_name text not null,
    family_name text not null,
    -- Kept in lower case, so that it is compared without case everywhere. Checked at the end of a statement: a file may swap two.
    email text not null check (email = lower(email) and email like '%_@_%'),
    team uuid references team,
    role_code text not null,
    active boolean not null,
    constraint person_email_key unique (email) deferrable initially immediate
);

create index person_by_name on person (family_name, given_name);
create index person_by_team on person (team);

create table person_role (
    person uuid not null references person on delete cascade,
    role text not null check (role in ('LEARNER', 'MENTOR', 'PROGRAMME_LEAD', 'HR_PARTNER', 'ADMINISTRATOR')),
    primary key (person, role)
);

create index person_role_by_role on person_role (role);

-- Row-level security of what people wrote reads this table. ends_on is the first day on which it no longer stands.
-- Days are those of UTC.
create table mentoring_relationship (
    mentor uuid not null references person,
    learner uuid not null references person,
    form text not null check (form in ('COACHING', 'MENTORING', 'SPONSORING')),
    starts_on date not null,
    ends_on date,
    primary key (mentor, learner, starts_on),
    check (mentor <> learner),
    check (ends_on is null or ends_on >= starts_on)
);

create unique index mentoring_relationship_open on mentoring_relationship (mentor, learner) where ends_on is null;
create index mentoring_relationship_by_learner on mentoring_relationship (learner);
