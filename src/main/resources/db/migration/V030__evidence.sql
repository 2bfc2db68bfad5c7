-- What people recorded, in one table, so that there is one policy over everything anybody wrote.
create table evidence (
    id uuid primary key,
    about uuid not null references person,
    author_person uuid references person,
    author_client text check (author_client <> ''),
    -- Who wrote it in one value; what the setting trellis.writer is compared with.
    author text not null generated always as (
        case
            when author_person is not null then 'person:' || author_person::text
            when author_client is not null then 'client:' || author_client
            else 'trellis'
        end) stored,
    external_id text check (external_id <> ''),
    visibility text not null check (visibility in ('PRIVATE', 'MENTOR', 'ORGANISATION')),
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    title text not null check (char_length(title) <= 300),
    text text not null check (char_length(text) <= 100000),
    text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
    kind text not null
        check (kind in ('GOAL', 'REFLECTION', 'FEEDBACK', 'RECOGNITION', 'COMPLETION', 'ASSERTION', 'ASPIRATION')),

    -- GOAL
    horizon text check (horizon in ('SHORT_TERM', 'LONG_TERM')),
    measure text,
    achievable text,
    relevant text,
    due_on date,
    goal_state text check (goal_state in ('OPEN', 'MET', 'MISSED', 'DROPPED')),
    -- REFLECTION
    reflection_form text check (reflection_form in ('JOURNAL', 'SWOT')),
    -- ASSERTION, and FEEDBACK where the colleague named one
    competency uuid references competency,
    -- ASSERTION
    level double precision,
    confidence double precision check (confidence between 0 and 1),
    asserter text check (asserter in ('SELF', 'MENTOR', 'PLATFORM', 'SYSTEM')),
    valid_until date,
    -- COMPLETION
    activity uuid references learning_activity,
    score double precision check (score between 0 and 1),
    -- ASPIRATION
    role_code text references role_profile,

    check (author_person is null or author_client is null),
    -- Private means the writer alone, so there must be one.
    check (visibility <> 'PRIVATE' or author_person is not null),
    check (occurred_at <= recorded_at),
    check ((withdrawn_at is null) = (text <> '')),
    check (withdrawn_at is null or (title = '' and concat(measure, achievable, relevant) = '')),
    check (num_nulls(horizon, measure, achievable, relevant, due_on, goal_state) = case kind when 'GOAL' then 0 else 6 end),
    check ((kind = 'REFLECTION') = (reflection_form is not null)),
    check (num_nulls(level, confidence, asserter) = case kind when 'ASSERTION' then 0 else 3 end),
    check (kind = 'ASSERTION' or valid_until is null),
    check (case kind when 'ASSERTION' then competency is not null when 'FEEDBACK' then true else competency is null end),
    check ((kind = 'COMPLETION') = (activity is not null)),
    check (kind = 'COMPLETION' or score is null),
    check (kind = 'ASPIRATION' or role_code is null)
);

create index evidence_about on evidence (about, occurred_at desc, id desc);
create index evidence_by_author on evidence (author_person, occurred_at desc, id desc) where author_person is not null;
create unique index evidence_external_id on evidence (author, external_id) where external_id is not null;

create trigger evidence_change_feed
    after insert or update or delete on evidence
    for each row execute function append_to_change_feed('EVIDENCE');
