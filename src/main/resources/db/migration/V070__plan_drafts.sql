-- Drafts of plans. plan_draft holds no word anyone wrote, so that figures may count it; the words stand in plan_draft_document,
-- how they were made in draft_record. Reader 'planning' is the pipeline itself, which writes drafts and takes words out again.
create table plan_draft (
    id uuid primary key,
    learner uuid not null references person,
    state text not null check (state in ('WAITING_FOR_REVIEW', 'IN_REVIEW', 'APPROVED', 'CHANGES_REQUESTED', 'REJECTED',
                                         'WITHHELD', 'SUPERSEDED')),
    version int not null default 1 check (version > 0),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    writer text not null check (writer <> ''),
    abstained boolean not null,
    hidden_pieces int not null check (hidden_pieces >= 0),
    inputs_digest text not null
);

-- A learner has one open draft: a second would be decided without the first.
create unique index plan_draft_open on plan_draft (learner) where state in ('WAITING_FOR_REVIEW', 'IN_REVIEW');
create index plan_draft_learner on plan_draft (learner, created_at);
create index plan_draft_state on plan_draft (state, created_at);

create table plan_draft_document (
    draft uuid primary key references plan_draft,
    document jsonb not null
);

-- What the brief offered; used where a claim cites it or a level rests on it. The hash stays when the text goes.
create table draft_source (
    draft uuid not null references plan_draft,
    evidence uuid not null,
    text_hash text not null,
    used boolean not null,
    primary key (draft, evidence)
);

create index draft_source_evidence on draft_source (evidence);

-- How a draft was made. Words can be taken out of the payload; digest, which the audit entry repeats, is of
-- the payload as first written.
create table draft_record (
    draft uuid primary key references plan_draft,
    readers uuid[] not null,
    ranking_model text not null,
    prompt_hash text not null,
    brief jsonb not null,
    written jsonb,
    calls jsonb not null,
    findings jsonb not null,
    digest text not null,
    erased_at timestamptz
);

-- Nobody reads or decides a draft about themselves.
create function may_read_drafts_of(learner uuid) returns boolean
    language sql stable security definer set search_path = public
as $$
    select coalesce(
        trellis_reader() = 'planning'
        or (trellis_reader_person() <> learner
            and (is_mentor_of(trellis_reader_person(), learner)
                or exists (select from person_role r
                           where r.person = trellis_reader_person() and r.role = 'PROGRAMME_LEAD'))),
        false)
$$;

alter table plan_draft enable row level security;
alter table plan_draft_document enable row level security;
alter table draft_source enable row level security;
alter table draft_record enable row level security;

create policy drafts_of_those_one_answers_for on plan_draft
    using (may_read_drafts_of(learner)) with check (may_read_drafts_of(learner));

create policy states_may_be_counted on plan_draft for select using (trellis_reader() = 'counting');

-- Security-definer, so that the policy of plan_draft is not asked a second time with another answer: counting sees its rows.
create function may_read_draft(wanted uuid) returns boolean
    language sql stable security definer set search_path = public
as $$ select exists (select from plan_draft d where d.id = wanted and may_read_drafts_of(d.learner)) $$;

create policy words_of_drafts_one_may_read on plan_draft_document
    using (may_read_draft(draft)) with check (trellis_reader() = 'planning');
create policy sources_of_drafts_one_may_read on draft_source
    using (may_read_draft(draft)) with check (trellis_reader() = 'planning');
create policy making_of_drafts_one_may_read on draft_record
    using (may_read_draft(draft)) with check (trellis_reader() = 'planning');

revoke delete on plan_draft, plan_draft_document, draft_source, draft_record from trellis_app;
revoke update on plan_draft, draft_source, draft_record from trellis_app;
grant update (state, version, changed_at) on plan_draft to trellis_app;
grant update (brief, written, calls, findings, erased_at) on draft_record to trellis_app;
