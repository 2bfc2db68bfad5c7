-- What people say to each other about a plan: the learner and those who answer for it. Never changed, never in a draft, a
-- prompt or a figure.
create table plan_talk (
    id uuid primary key,
    plan uuid not null references development_plan,
    goal uuid references development_goal,
    author uuid not null references person,
    kind text not null check (kind in ('COMMENT', 'CHANGE', 'CONTEST')),
    words text not null check (words <> '' and length(words) <= 1000),
    said_at timestamptz not null
);

create index plan_talk_plan on plan_talk (plan, said_at);

alter table plan_talk enable row level security;

create policy said_about_plans_one_may_read on plan_talk for select using (may_read_plan(plan));
create policy said_in_ones_own_name on plan_talk for insert
    with check (may_read_plan(plan) and author = trellis_reader_person());

revoke update, delete on plan_talk from trellis_app;
