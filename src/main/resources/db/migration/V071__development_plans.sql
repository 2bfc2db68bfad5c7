-- Plans people agreed on. As with drafts, what can be counted is kept apart from what was written.
create table development_plan (
    id uuid primary key,
    learner uuid not null references person,
    draft uuid not null unique references plan_draft,
    state text not null check (state in ('ACTIVE', 'COMPLETE', 'CANCELLED')),
    version int not null default 1 check (version > 0),
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    signed_off_by uuid not null references person check (signed_off_by <> learner),
    signed_off_at timestamptz not null,
    changed_at timestamptz not null
);

create unique index development_plan_active on development_plan (learner) where state = 'ACTIVE';
create index development_plan_learner on development_plan (learner, signed_off_at);

create table development_plan_text (
    plan uuid primary key references development_plan,
    target_role_name text,
    words text not null,
    cancel_reason text
);

create table development_goal (
    id uuid primary key,
    plan uuid not null references development_plan,
    position int not null check (position >= 0),
    item uuid not null,
    competency uuid not null,
    competency_name text not null,
    shown_level double precision not null,
    sought_level double precision not null,
    activity uuid,
    on_the_job_form text check (on_the_job_form in ('STRETCH_TASK', 'SHADOWING', 'MENTOR_CONVERSATION')),
    activity_title text not null,
    kind text not null check (kind in ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')),
    url text not null,
    due_on date not null,
    effort_hours double precision not null check (effort_hours > 0),
    edited boolean not null,
    first_step_done boolean not null default false,
    done_on date,
    unique (plan, position),
    check ((activity is null) <> (on_the_job_form is null))
);

create table development_goal_text (
    goal uuid primary key references development_goal,
    task text not null,
    why jsonb not null,
    first_step text not null,
    success_measure text not null
);

create function may_read_plans_of(learner uuid) returns boolean
    language sql stable security definer set search_path = public
as $$ select coalesce(trellis_reader_person() = learner, false) or may_read_drafts_of(learner) $$;

create function may_read_plan(wanted uuid) returns boolean
    language sql stable security definer set search_path = public
as $$ select exists (select from development_plan p where p.id = wanted and may_read_plans_of(p.learner)) $$;

create function may_read_goal(wanted uuid) returns boolean
    language sql stable security definer set search_path = public
as $$ select exists (select from development_goal g where g.id = wanted and may_read_plan(g.plan)) $$;

alter table development_plan enable row level security;
alter table development_plan_text enable row level security;
alter table development_goal enable row level security;
alter table development_goal_text enable row level security;

create policy plans_of_oneself_and_those_one_answers_for on development_plan for select using (may_read_plans_of(learner));
create policy anyone_in_it_may_change_its_state on development_plan for update using (may_read_plans_of(learner));
-- Not the learner: a plan begins with someone else's decision.
create policy begun_by_those_who_decide on development_plan for insert with check (may_read_drafts_of(learner));
create policy states_may_be_counted on development_plan for select using (trellis_reader() = 'counting');

create policy goals_of_plans_one_may_read on development_goal
    using (may_read_plan(plan)) with check (may_read_plan(plan));
create policy progress_may_be_counted on development_goal for select using (trellis_reader() = 'counting');

create policy words_of_plans_one_may_read on development_plan_text
    using (may_read_plan(plan)) with check (may_read_plan(plan));
create policy words_of_goals_one_may_read on development_goal_text
    using (may_read_goal(goal)) with check (may_read_goal(goal));

revoke delete on development_plan, development_plan_text, development_goal, development_goal_text from trellis_app;
revoke update on development_plan, development_plan_text, development_goal, development_goal_text from trellis_app;
grant update (state, version, changed_at) on development_plan to trellis_app;
grant update (cancel_reason) on development_plan_text to trellis_app;
grant update (first_step_done, done_on) on development_goal to trellis_app;
grant update (why) on development_goal_text to trellis_app;
