-- When a person wants a draft back in their list. It moves nothing but that list: what is due stays due, for everyone.
create table review_later (
    draft uuid not null references plan_draft,
    person uuid not null references person,
    again_on date not null,
    primary key (draft, person)
);

create index review_later_person on review_later (person);

alter table review_later enable row level security;

create policy ones_own_list on review_later
    using (person::text = current_setting('trellis.reader', true))
    with check (person::text = current_setting('trellis.reader', true) and may_read_draft(draft));
