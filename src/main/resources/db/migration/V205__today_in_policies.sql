-- What policies take for the present moment; R__now.sql says what that is.
create function trellis_now() returns timestamptz
    language sql stable parallel safe
as $$ select now() $$;

create or replace function is_mentor_of(mentor uuid, learner uuid) returns boolean
    language sql stable parallel safe security definer set search_path = public
as $$
    select exists (
        select from mentoring_relationship r
        join person p on p.id = r.mentor and p.active
        where r.mentor = is_mentor_of.mentor
            and r.learner = is_mentor_of.learner
            and r.starts_on <= (trellis_now() at time zone 'UTC')::date
            and (r.ends_on is null or r.ends_on > (trellis_now() at time zone 'UTC')::date))
$$;

create or replace function reader_and_own_learners() returns uuid[]
    language sql stable parallel safe security definer set search_path = public
as $$
    select case
        when trellis_reader_person() is null then array[]::uuid[]
        else array(
            select r.learner from mentoring_relationship r
            join person p on p.id = r.mentor and p.active
            where r.mentor = trellis_reader_person()
                and r.starts_on <= (trellis_now() at time zone 'UTC')::date
                and (r.ends_on is null or r.ends_on > (trellis_now() at time zone 'UTC')::date))
            || trellis_reader_person()
    end
$$;
