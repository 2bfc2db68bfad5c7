-- What HR said and did about a flagged change; the latest step is its state. Nothing is taken back, only said anew.
create table trend_flag_step (
    id bigint generated always as identity primary key,
    measure text not null check (measure in ('THEME', 'GAP')),
    team text not null,
    competency uuid not null,
    since date not null check (extract(day from since) = 1),
    state text not null check (state in ('ACKNOWLEDGED', 'ACTED_ON', 'DISMISSED')),
    note text not null check (length(note) <= 500),
    owner uuid not null references person,
    taken_by uuid not null references person,
    taken_at timestamptz not null,
    check (state = 'ACKNOWLEDGED' or note <> '')
);
create index trend_flag_step_by_competency on trend_flag_step (competency, measure);
revoke update, delete on trend_flag_step from trellis_app;
