-- Made again whenever the clock is set to another day (trellis.clock.starts-on); off by nothing everywhere else.
create or replace function trellis_now() returns timestamptz
    language sql stable parallel safe
as $$ select now() + interval '${clock_off_by_seconds} seconds' $$;
