-- Whether this database holds the demo organisation, and how far it got: at most one row, made before anything of it is.
create table demo_state (
    only_row boolean primary key default true check (only_row),
    anchor date not null,
    seed bigint not null,
    begun_at timestamptz not null,
    loaded_at timestamptz check (loaded_at >= begun_at),
    drafts_requested_at timestamptz check (drafts_requested_at >= loaded_at)
);
