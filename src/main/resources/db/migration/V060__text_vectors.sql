-- What a text means to a model, by the SHA-256 of its words, so that nothing is computed twice. No words stand here.
create table text_vector (
    model text not null check (model <> ''),
    hash bytea not null check (octet_length(hash) = 32),
    -- Half floats, big-endian.
    vector bytea not null check (octet_length(vector) > 0 and octet_length(vector) % 2 = 0),
    -- Of a framework or the catalogue: kept for good. What people wrote is forgotten when it leaves the index.
    lasting boolean not null,
    primary key (model, hash)
);

-- Tells an index which database it follows: a restored or another one has other rows behind the same positions.
create table change_feed_identity (
    one boolean primary key default true check (one),
    id uuid not null default gen_random_uuid()
);

insert into change_feed_identity default values;
revoke insert, update, delete on change_feed_identity from trellis_app;
