-- A page prepared for a mentor, kept until what it was made from changes. Readable by that mentor, while they are one.
create table session_brief (
    mentor uuid not null references person,
    learner uuid not null references person,
    inputs_digest text not null,
    document jsonb not null,
    written_at timestamptz not null,
    primary key (mentor, learner)
);

alter table session_brief enable row level security;

create function may_read_session_brief(mentor uuid, learner uuid) returns boolean
    language sql stable security definer set search_path = public
as $$
    select coalesce(
        trellis_reader() = 'planning' or (trellis_reader_person() = mentor and is_mentor_of(mentor, learner)), false)
$$;

create policy briefs_of_ones_own_people on session_brief
    using (may_read_session_brief(mentor, learner)) with check (may_read_session_brief(mentor, learner));
