-- Calls to language models: what they cost, and how to stop them. Nothing here holds a word of a prompt or an answer.
create table model_switch (
    one boolean primary key default true check (one),
    stopped boolean not null,
    changed_by text not null,
    changed_at timestamptz not null
);

-- Tokens of a day, in all (programme '') and by programme. Whoever books locks these rows, so that nobody books past a limit.
create table model_budget (
    day date not null,
    programme text not null,
    booked bigint not null check (booked >= 0),
    used bigint not null check (used >= 0),
    primary key (day, programme)
);

create table model_call (
    id uuid primary key,
    day date not null,
    programme text not null,
    model text not null,
    prompt text not null,
    -- As many tokens as it can cost at most; counts until the call is settled.
    booked bigint not null check (booked >= 0),
    begun_at timestamptz not null,
    settled_at timestamptz,
    -- A stable word, such as ok, timeout, status-500; 'lost' where the node died meanwhile.
    outcome text not null,
    input_tokens bigint not null default 0 check (input_tokens >= 0),
    output_tokens bigint not null default 0 check (output_tokens >= 0),
    took_millis bigint not null default 0 check (took_millis >= 0),
    cost double precision not null default 0 check (cost >= 0)
);

create index model_call_open on model_call (begun_at) where settled_at is null;
create index model_call_day on model_call (day);
