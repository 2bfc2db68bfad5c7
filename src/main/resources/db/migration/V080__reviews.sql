-- What named people decided about drafts. Readable by whoever may read the draft, so never by the learner it is about;
-- a decision is written only in the name of the person who makes it.
create table review (
    draft uuid primary key references plan_draft,
    opened_by uuid not null references person,
    opened_at timestamptz not null,
    version int not null default 0 check (version >= 0)
);

-- What stands now about each item. A decision is never changed: it is taken back, or another takes its place; the audit
-- trail has both. The edited fields are set together.
create table item_decision (
    id uuid primary key,
    draft uuid not null references review,
    item uuid not null,
    decision text not null check (decision in ('ACCEPTED', 'EDITED', 'REJECTED')),
    reason text check (reason in ('NOT_RELEVANT', 'ALREADY_HAS_IT', 'WRONG_LEVEL', 'TOO_VAGUE', 'FACTUALLY_WRONG',
                                  'SENSITIVE_OR_UNFAIR', 'DUPLICATE', 'BAD_TIMING', 'OTHER')),
    words text not null default '',
    task text check (task <> ''),
    first_step text check (first_step <> ''),
    success_measure text check (success_measure <> ''),
    due_on date,
    effort_hours double precision check (effort_hours > 0),
    sought_level double precision,
    decided_by uuid not null references person,
    decided_at timestamptz not null,
    seconds_looked int not null check (seconds_looked >= 0),
    unique (draft, item),
    check ((decision = 'REJECTED') = (reason is not null)),
    check (num_nonnulls(task, first_step, success_measure, due_on, effort_hours, sought_level)
           = case decision when 'EDITED' then 6 else 0 end)
);

create table sign_off (
    draft uuid primary key references review,
    outcome text not null check (outcome in ('APPROVED', 'CHANGES_REQUESTED', 'REJECTED')),
    plan uuid references development_plan,
    words text not null,
    signed_by uuid not null references person,
    signed_at timestamptz not null,
    check ((outcome = 'APPROVED') = (plan is not null))
);

alter table review enable row level security;
alter table item_decision enable row level security;
alter table sign_off enable row level security;

create policy reviews_of_drafts_one_may_read on review
    using (may_read_draft(draft))
    with check (may_read_draft(draft));

create policy decisions_one_may_read on item_decision for select using (may_read_draft(draft));
create policy decided_in_ones_own_name on item_decision for insert
    with check (may_read_draft(draft) and decided_by::text = current_setting('trellis.reader', true));
create policy taken_back_by_those_who_decide on item_decision for delete using (may_read_draft(draft));
-- What was signed off stays as it was signed.
create policy open_to_decisions on item_decision as restrictive for insert
    with check (not exists (select from sign_off s where s.draft = item_decision.draft));
create policy open_to_second_thoughts on item_decision as restrictive for delete
    using (not exists (select from sign_off s where s.draft = item_decision.draft));

create policy sign_offs_one_may_read on sign_off for select using (may_read_draft(draft));
create policy signed_in_ones_own_name on sign_off for insert
    with check (may_read_draft(draft) and signed_by::text = current_setting('trellis.reader', true));

revoke update, delete on review, sign_off from trellis_app;
revoke update on item_decision from trellis_app;
grant update (version) on review to trellis_app;
