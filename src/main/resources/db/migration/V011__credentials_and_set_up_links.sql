create table credential (
    person uuid primary key references person on delete cascade,
    password_hash text not null,
    changed_at timestamptz not null
);

-- One-time links that make the first administrator. The token itself is only ever printed.
create table set_up_link (
    token_hash text primary key,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at)
);
