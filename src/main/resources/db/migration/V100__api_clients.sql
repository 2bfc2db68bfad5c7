-- Learning platforms that call the API. Secrets are stored hashed and shown once.
create table api_client (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    name text not null check (name <> ''),
    secret_hash text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    deactivated_at timestamptz
);

-- The key that signs access tokens: one for all nodes, kept so that tokens outlive a restart.
create table token_signing_key (
    only_row boolean primary key default true check (only_row),
    key_id text not null,
    private_key bytea not null,
    public_key bytea not null,
    created_at timestamptz not null
);

-- What a client was answered under an idempotency key, so that a repeated request does nothing twice.
create table idempotent_answer (
    client text not null references api_client (id),
    key text not null check (length(key) between 1 and 255),
    request_hash text not null,
    status int,
    location text,
    body text,
    created_at timestamptz not null,
    primary key (client, key)
);

create index idempotent_answer_created_at on idempotent_answer (created_at);
