-- Hours a week a person says they have for learning. Theirs to say; the pipeline plans by it.
create table learning_time (
    person uuid primary key references person,
    hours_per_week double precision not null check (hours_per_week > 0 and hours_per_week <= 40),
    said_at timestamptz not null
);

alter table learning_time enable row level security;

create policy said_in_ones_own_name on learning_time
    using (trellis_reader_person() = person or trellis_reader() = 'planning')
    with check (trellis_reader_person() = person);
