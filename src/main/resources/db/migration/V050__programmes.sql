-- ends_on is the programme's last day.
create table programme (
    id uuid primary key,
    code text not null unique check (code <> ''),
    name text not null check (name <> ''),
    purpose text not null,
    objectives text[] not null,
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    cadence text not null,
    format text not null
);

create table enrolment (
    programme uuid not null references programme on delete cascade,
    learner uuid not null references person,
    primary key (programme, learner)
);

create index enrolment_by_learner on enrolment (learner);
