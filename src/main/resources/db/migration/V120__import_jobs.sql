-- What was imported, when, by whom and how it went. Words as Canvas has them for its imports.
create table import_job (
    id uuid primary key,
    kind text not null check (kind in ('PEOPLE', 'GOALS', 'REFLECTIONS', 'ACTIVITIES', 'ONET', 'ESCO')),
    file_name text not null,
    sha256 text not null,
    dry_run boolean not null,
    -- A person's id, or 'trellis' for the command line.
    requested_by text not null,
    workflow_state text not null
        check (workflow_state in ('created', 'importing', 'imported', 'imported_with_messages', 'failed')),
    progress integer not null check (progress between 0 and 100),
    summary text not null,
    error_count bigint not null check (error_count >= 0),
    -- [[row, message], …]; row 0 speaks of the whole file. Never what a person wrote.
    processing_errors jsonb not null,
    created_at timestamptz not null,
    -- Moves with the progress: a job that stands still was interrupted.
    updated_at timestamptz not null,
    finished_at timestamptz,
    check ((finished_at is null) = (workflow_state in ('created', 'importing')))
);

create index import_job_created on import_job (created_at desc);

-- The failing rows without what people wrote, for the one who sent the file, for a day.
create table import_error_file (
    job uuid primary key references import_job on delete cascade,
    content text not null,
    expires_at timestamptz not null
);
