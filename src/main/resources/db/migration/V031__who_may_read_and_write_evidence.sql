-- Two settings of a transaction say on whose behalf it works. Unset, nothing is visible and nothing can be written.
--   trellis.reader   a person's uuid, 'indexing' or 'counting'
--   trellis.writer   'person:<uuid>', 'client:<id>', 'trellis', or 'import' for a file that speaks for many
create function trellis_reader() returns text
    language sql stable parallel safe
as $$ select nullif(current_setting('trellis.reader', true), '') $$;

create function trellis_writer() returns text
    language sql stable parallel safe
as $$ select nullif(current_setting('trellis.writer', true), '') $$;

-- The reader as a person; null where the reader is none.
create function trellis_reader_person() returns uuid
    language sql stable parallel safe
as $$
    select case
        when trellis_reader() ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then trellis_reader()::uuid
    end
$$;

-- Days are those of UTC; ends_on is the first day on which a relationship no longer stands. Who has left mentors nobody.
create function is_mentor_of(mentor uuid, learner uuid) returns boolean
    language sql stable parallel safe security definer set search_path = public
as $$
    select exists (
        select from mentoring_relationship r
        join person p on p.id = r.mentor and p.active
        where r.mentor = is_mentor_of.mentor
            and r.learner = is_mentor_of.learner
            and r.starts_on <= (now() at time zone 'UTC')::date
            and (r.ends_on is null or r.ends_on > (now() at time zone 'UTC')::date))
$$;

-- Visibilities open to the reader whoever the evidence is about.
create function visibilities_open_to_reader() returns text[]
    language sql stable parallel safe
as $$
    select case
        when trellis_reader() in ('indexing', 'counting') then array['MENTOR', 'ORGANISATION']
        when trellis_reader_person() is not null then array['ORGANISATION']
        else array[]::text[]
    end
$$;

-- The people about whom the reader may read what was written to mentors: oneself, and those one mentors today.
create function reader_and_own_learners() returns uuid[]
    language sql stable parallel safe security definer set search_path = public
as $$
    select case
        when trellis_reader_person() is null then array[]::uuid[]
        else array(
            select r.learner from mentoring_relationship r
            join person p on p.id = r.mentor and p.active
            where r.mentor = trellis_reader_person()
                and r.starts_on <= (now() at time zone 'UTC')::date
                and (r.ends_on is null or r.ends_on > (now() at time zone 'UTC')::date))
            || trellis_reader_person()
    end
$$;

-- The policy, in one place: the writer always; everyone to whom its visibility is open; and what is written to mentors, the
-- person it is about and those who mentor that person. The last three arguments say who reads. Policies pass them as
-- (select …), which PostgreSQL computes once a query; each is named once here, so that the rest is inlined into the scan.
create function may_read_evidence(
    about uuid, author_person uuid, visibility text, reader uuid, open_to_reader text[], readers_people uuid[])
    returns boolean
    language sql immutable parallel safe
as $$
    select coalesce(author_person = reader, false)
        or visibility = any (open_to_reader)
        or (visibility = 'MENTOR' and about = any (readers_people))
$$;

alter table evidence enable row level security;
-- The owner is held as well: a service started without its role still sees nothing it should not.
alter table evidence force row level security;

-- What was withdrawn has no words left; that it was there is known only to its writer and the person it was about.
create policy read on evidence for select using (
    may_read_evidence(
        about, author_person, visibility,
        (select trellis_reader_person()), (select visibilities_open_to_reader()), (select reader_and_own_learners()))
    and (withdrawn_at is null or (select trellis_reader_person()) in (about, author_person)));

create policy write on evidence for insert with check (
    author = (select trellis_writer()) or (select trellis_writer()) = 'import');

-- An update also has to find the row, so the policy above holds too. What may change is decided by the trigger below.
create policy change on evidence for update using (
    author = (select trellis_writer())
    or (select trellis_writer()) in ('person:' || about::text, 'import'));

revoke delete on evidence from trellis_app;

-- Identity never changes and what was withdrawn stays withdrawn. Withdrawing takes the words and nothing else. Whoever is not
-- the writer changes nothing but the state of a goal.
create function guard_change_of_evidence() returns trigger
    language plpgsql
as $$
declare
    -- Before the row is written its generated column is not there yet; it follows from the two columns it is made of.
    was jsonb := to_jsonb(old) - 'author';
    becomes jsonb := to_jsonb(new) - 'author';
    identity text[] := array['id', 'about', 'author_person', 'author_client', 'external_id', 'kind'];
    words text[] := array['withdrawn_at', 'title', 'text', 'measure', 'achievable', 'relevant'];
begin
    if old.withdrawn_at is not null then
        raise exception 'evidence % was withdrawn', old.id using errcode = 'check_violation';
    elsif exists (select from unnest(identity) as i where was -> i is distinct from becomes -> i) then
        raise exception 'evidence % cannot become something else', old.id using errcode = 'check_violation';
    elsif new.withdrawn_at is not null then
        if (was - words) is distinct from (becomes - words) then
            raise exception 'withdrawing evidence % changes nothing else', old.id using errcode = 'check_violation';
        end if;
    elsif coalesce(trellis_writer() not in (old.author, 'import'), true)
        and (was - 'goal_state') is distinct from (becomes - 'goal_state')
    then
        raise exception 'evidence % is changed only by its writer', old.id using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger evidence_guard
    before update on evidence
    for each row execute function guard_change_of_evidence();

-- Three questions that have to look at every row, and give no words out. They run as the owner, who is let through by the
-- policy below only from within them: the service's role is not the owner, so setting trellis.keeping gives it nothing.
create policy keeping on evidence to current_user
    using (current_setting('trellis.keeping', true) = 'yes')
    with check (current_setting('trellis.keeping', true) = 'yes');

-- How many pieces stand about a person, whoever may read them.
create function count_evidence_about(person uuid) returns bigint
    language plpgsql security definer set search_path = public
as $$
declare
    pieces bigint;
begin
    perform set_config('trellis.keeping', 'yes', true);
    select count(*) into pieces from evidence e where e.about = person and e.withdrawn_at is null;
    perform set_config('trellis.keeping', '', true);
    return pieces;
end
$$;

-- Which of these were recorded before, by author and external id, so that recording again replaces.
create function evidence_recorded_before(authors text[], external_ids text[])
    returns table (author text, external_id text, id uuid, about uuid, kind text, visibility text, withdrawn boolean)
    language plpgsql security definer set search_path = public
as $$
#variable_conflict use_column
begin
    perform set_config('trellis.keeping', 'yes', true);
    return query
        select e.author, e.external_id, e.id, e.about, e.kind, e.visibility, e.withdrawn_at is not null
        from unnest(authors, external_ids) as wanted (author, external_id)
        join evidence e on e.author = wanted.author and e.external_id = wanted.external_id;
    perform set_config('trellis.keeping', '', true);
end
$$;

-- Blanks every word about a person or by that person.
create function erase_evidence_of(person uuid, at timestamptz) returns table (id uuid, about uuid, kind text)
    language plpgsql security definer set search_path = public
as $$
#variable_conflict use_column
begin
    perform set_config('trellis.keeping', 'yes', true);
    return query
        update evidence e
        set withdrawn_at = at, title = '', text = '',
            measure = left(e.measure, 0), achievable = left(e.achievable, 0), relevant = left(e.relevant, 0)
        where (e.about = person or e.author_person = person) and e.withdrawn_at is null
        returning e.id, e.about, e.kind;
    perform set_config('trellis.keeping', '', true);
end
$$;

revoke execute on function count_evidence_about, evidence_recorded_before, erase_evidence_of from public;
grant execute on function count_evidence_about, evidence_recorded_before, erase_evidence_of to trellis_app;
