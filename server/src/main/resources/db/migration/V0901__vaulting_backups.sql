-- Backups that were made. A warning is a sentence for people; none quotes a row of a register.
create table vaulting_backup (
    snapshot        text primary key,
    seq             bigint generated always as identity,
    name            text not null,
    at              timestamptz not null,
    actor           text not null,
    files           bigint not null,
    bytes           bigint not null,
    stored_bytes    bigint not null,
    persons         bigint not null,
    unknown_at_most bigint not null,
    warnings        text[] not null
);

-- Requests to read contents: asked by one key holder, granted once by another.
create table vaulting_read_request (
    id         uuid primary key,
    reason     text not null,
    asker      text not null,
    asked_at   timestamptz not null,
    granted_by text,
    granted_at timestamptz,
    check (granted_by is null or granted_by <> asker)
);
