-- Who is waiting for a draft; one row a learner, so that asking twice makes one. The job queue says when, this says what.
create table draft_request (
    learner uuid primary key references person,
    requested_by uuid not null references person,
    hint text not null,
    requested_at timestamptz not null,
    attempts int not null default 0 check (attempts >= 0)
);

-- Requests that were given up, for the programme lead. Holds no word anyone wrote: reason is a sentence of ours.
create table draft_request_failure (
    learner uuid primary key references person,
    requested_by uuid not null references person,
    failed_at timestamptz not null,
    attempts int not null check (attempts > 0),
    reason text not null
);
