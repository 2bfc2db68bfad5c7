-- An activity is found by what it develops: where a competency is written anew, its activities are indexed anew. A framework
-- is imported by upserts, which touch the row of a competency also where only its labels changed, before the labels and in
-- the same transaction.
create function append_activities_to_change_feed() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    insert into change_feed (subject, subject_id)
    select distinct 'ACTIVITY', develops.activity
    from changed join activity_develops develops on develops.competency = changed.id;
    return null;
end
$$;

create trigger competency_change_feed
    after update on competency
    referencing new table as changed
    for each statement execute function append_activities_to_change_feed();
