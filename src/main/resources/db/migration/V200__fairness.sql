-- To which groups people belong, for the audit alone: no draft, model, mentor or page of another module can read it.
create table fairness_attribute (
    person uuid not null references person on delete cascade,
    attribute text not null check (length(attribute) between 1 and 60),
    value text not null check (length(value) between 1 and 60),
    primary key (person, attribute)
);

alter table fairness_attribute enable row level security;
create policy auditing_only on fairness_attribute
    using ((select trellis_reader()) = 'auditing') with check ((select trellis_reader()) = 'auditing');

-- A quarter's figures as they were first worked out.
create table fairness_report (
    quarter date primary key check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
    made_at timestamptz not null,
    cases integer not null,
    figures text not null
);
revoke update, delete on fairness_report from trellis_app;

alter table person_role drop constraint person_role_role_check;
alter table person_role add constraint person_role_role_check
    check (role in ('LEARNER', 'MENTOR', 'PROGRAMME_LEAD', 'HR_PARTNER', 'ADMINISTRATOR', 'AUDITOR'));
