-- Tries to sign in that have not succeeded, kept for as long as they count. Keys are digests: no address stands here.
create table sign_in_try (
    key text not null,
    at timestamptz not null
);

create index sign_in_try_by_key on sign_in_try (key, at);
create index sign_in_try_by_age on sign_in_try (at);
